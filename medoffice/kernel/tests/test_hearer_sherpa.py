"""The second recogniser of this machine: words from parts, and the real runtime by made-up models."""

import io
import os
import random
import struct
import subprocess
import wave
from hashlib import sha256
from pathlib import Path

import pytest

from medoffice.kernel import hearing
from medoffice.kernel.heard import Heard
from medoffice.kernel.hearer_sherpa import Ear, words_of
from medoffice.kernel.hearing import hear, speech_in
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.speech_forms import Kind, form_in
from medoffice.kernel.speech_models import SpeechModel, take_model
from medoffice.kernel.tests.tiny_models import HINTED, SAID, write_model

VISIT = Path(__file__).parents[2] / "clinic/dictation/tests/data/visit.ogg"
INSTALLED = Path(os.environ.get("MEDOFFICE_SPEECH_PYTHON") or hearing.BESIDE)
OF_SHERPA = [kind for kind in Kind if kind is not Kind.WHISPER]


def told(*words: tuple[str, float, float, float | None]) -> list[dict[str, object]]:
    """Words as the recogniser tells them."""
    return [{"text": text, "start": start, "end": end, "confidence": sure} for text, start, end, sure in words]


def test_parts_are_words_each_as_sure_as_its_least_sure_part() -> None:
    parts, begins, sure = [" no", "\u2581fe", "ver", "."], [0.5, 0.8, 1.0, 1.2], [0.0, -0.1, -0.7, -0.2]
    found = words_of(parts, begins, [], sure, 9.0)
    assert [(word["text"], word["start"], word["end"]) for word in found] == [("no", 0.5, 0.8), ("fever.", 0.8, 1.6)]
    assert [round(word["confidence"], 2) for word in found] == [1.0, 0.5]


def test_a_word_ends_with_its_last_part_the_next_word_or_the_sound() -> None:
    assert words_of([" no", " fever"], [0.5, 3.0], [0.1, 0.1], [], 3.05) == told(
        ("no", 0.5, 0.6, None), ("fever", 3.0, 3.05, None)
    )
    assert words_of(["no", " fever"], [0.5, 3.0], [], [], 3.2) == told(
        ("no", 0.5, 0.9, None), ("fever", 3.0, 3.2, None)
    )


def test_letters_one_by_one_are_words_marks_around_headings_go_and_what_has_no_letter_is_none() -> None:
    parts = [" ", "n", "o", " ", "-", " [", "findings", "]", " {", "period", "}"]
    assert [word["text"] for word in words_of(parts, [0.1 * at for at in range(11)], [], [], 9)] == [
        "no",
        "findings",
        "period",
    ]
    assert words_of([], [], [], [], 1) == []


def test_a_weight_in_what_is_told_makes_no_word_surer_than_sure() -> None:
    assert words_of([" no"], [0.0], [], [1.5], 1)[0]["confidence"] == 1


@pytest.mark.parametrize(
    ("parts", "hints", "asked"),
    [
        ("NO FEVER", ["Metformin 500 mg", "b.i.d."], ["METFORMIN 500 MG", "B I D"]),
        ("no fever", ["Metformin"], ["metformin"]),
        ("No fever", ["Metformin", "5/325", "..."], ["Metformin", "5 325"]),
    ],
)
def test_hints_are_told_in_the_letters_of_the_model(
    tmp_path: Path, parts: str, hints: list[str], asked: list[str]
) -> None:
    (tmp_path / "tokens.txt").write_text("<blk> 0\n" + "".join(f"{part} 1\n" for part in parts.split()))
    runtime = Stand()
    ear = Ear(runtime, None, str(tmp_path), "transducer")
    words = ear.hear([0.0] * 16_000, [{"start": 0, "end": 16_000}], hints)
    assert runtime.hotwords == "/".join(asked)
    assert words[0]["text"] == ("no" if parts.isupper() else parts.split(maxsplit=1)[0])
    assert words[0]["confidence"] is None  # the weight of the hints is in what the runtime tells
    assert ear.hear([0.0] * 16_000, [{"start": 0, "end": 16_000}], [])[0]["confidence"] == 1
    assert runtime.hotwords is None


class Stand:
    """What stands for the runtime: it hears the first part of its model at once, whatever is said."""

    def __init__(self) -> None:
        self.OfflineRecognizer = self
        self.hotwords: str | None = ""
        self.tokens: list[str] = []
        self.timestamps, self.durations, self.ys_log_probs = [0.1], [0.2], [0.0]

    def from_transducer(self, *, tokens: str, **_: object) -> "Stand":
        self.tokens = [Path(tokens).read_text().splitlines()[1].split()[0]]
        return self

    def create_stream(self, hotwords: str | None = None) -> "Stand":
        self.hotwords = hotwords
        return self

    @property
    def result(self) -> "Stand":
        return self

    def accept_waveform(self, *_: object) -> None:
        """It hears."""

    def decode_stream(self, _: object) -> None:
        """It thinks."""


def _has_runtime() -> bool:
    if not INSTALLED.is_file():
        return False
    asks = [str(INSTALLED), "-c", "import sherpa_onnx"]
    return subprocess.run(asks, capture_output=True, check=False).returncode == 0


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> SpeechModel:
    """A made-up model of a kind, brought in as an office does it."""
    if not _has_runtime():
        pytest.skip("the extra speech-demo is not installed (make speech)")
    monkeypatch.setenv("MEDOFFICE_SPEECH_MODEL", str(tmp_path / "kept"))
    return bring(Kind(request.param), tmp_path)


def bring(kind: Kind, folder: Path) -> SpeechModel:
    """Take such a model in."""
    source = write_model(kind, folder / kind.value)
    said = [sha256((source / name).read_bytes()).hexdigest() for name in form_in(source).files.values()]
    return take_model(source, said, lambda _: None, lambda _: None)


def in_order(heard: Heard, script: tuple[str, ...], texts: list[str]) -> bool:
    """Whether these are the words of the script over and over, within where somebody speaks, one behind the other."""
    inside = all(any(a <= one.start <= one.end <= b for a, b in heard.speech) for one in heard.plain)
    ends = [word.end for word in heard.plain]
    whole = [script[at % len(script)] for at in range(len(texts))]
    return inside and ends == sorted(ends) and texts[:-1] == whole[:-1]  # the last may be cut off


@pytest.mark.soak
@pytest.mark.parametrize("taken", OF_SHERPA, indirect=True)
def test_the_runtime_hears_by_a_model_of_each_kind_with_times_and_hints(taken: SpeechModel) -> None:
    heard = hear(io.BytesIO(VISIT.read_bytes()), ["metformin", "lisinopril"])
    assert heard.model == taken.weights
    assert heard.whole
    assert len(heard.plain) > 15
    assert in_order(heard, SAID, [word.text for word in heard.plain])
    hinted = [word.text for word in heard.hinted]
    if taken.kind.takes_hints:
        assert all(word.confidence is not None for word in heard.plain)
        assert {round(word.confidence or 0, 2) for word in heard.plain if word.text == SAID[-1]} == {0.62}
        assert in_order(heard, HINTED, hinted)
        assert {word.confidence for word in heard.hinted} == {None}
    else:
        assert {word.confidence for word in heard.plain} == {None}
        assert heard.hinted == heard.plain
    assert hear(io.BytesIO(VISIT.read_bytes())).hinted == ()


@pytest.mark.soak
@pytest.mark.parametrize("taken", OF_SHERPA, indirect=True)
def test_silence_and_noise_have_no_words(taken: SpeechModel) -> None:
    chance = random.Random(7)
    noise = b"".join(struct.pack("<h", chance.randint(-9_000, 9_000)) for _ in range(16_000 * 30))
    for sound in (bytes(2 * 16_000 * 30), noise):
        found = hear(io.BytesIO(wav(sound)), ["metformin"], taken)
        assert (found.plain, found.hinted, found.speech, round(found.audio_seconds)) == ((), (), (), 30)


@pytest.mark.soak
@pytest.mark.parametrize("taken", [Kind.MEDASR], indirect=True)
def test_who_speaks_longer_than_half_a_minute_is_heard_in_parts_to_the_end(taken: SpeechModel) -> None:
    once = pcm(VISIT)
    heard = hear(io.BytesIO(wav(once * 4)), (), taken)
    assert heard.audio_seconds > 70
    assert max(end - begin for begin, end in heard.speech) > 30
    gaps = [after.start - before.end for before, after in zip(heard.plain, heard.plain[1:], strict=False)]
    assert min(gaps) >= 0
    assert max(gaps) < 3
    assert heard.plain[-1].end > 70


@pytest.mark.soak
@pytest.mark.parametrize("taken", [Kind.NEMO], indirect=True)
def test_a_file_that_was_changed_or_is_no_such_model_is_not_heard_by(taken: SpeechModel) -> None:
    (taken.folder / "joiner.onnx").write_bytes(b"changed")
    with pytest.raises(Refusal, match="not as it was brought in"):
        hear(io.BytesIO(VISIT.read_bytes()), (), taken)
    files = {**taken.files, "joiner.onnx": sha256(b"changed").hexdigest()}
    with pytest.raises(Refusal) as refusal:
        hear(io.BytesIO(VISIT.read_bytes()), (), SpeechModel(taken.name, taken.folder, files, taken.kind))
    assert refusal.value.code == "hearing.broke"


def pcm(recording: Path) -> bytes:
    """The sound of what is speech in a recording."""
    (piece,) = speech_in(io.BytesIO(recording.read_bytes()))
    with wave.open(io.BytesIO(piece.wave)) as file:
        return bytes(file.readframes(file.getnframes()))


def wav(samples: bytes) -> bytes:
    """Sound of 16 kHz as a WAV file."""
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(samples)
    return made.getvalue()
