"""Hearing a recording: another process does it, shut off from everything; what it cannot hear is said in words."""

import io
import json
import os
import random
import struct
import sys
import tracemalloc
import wave
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, cast

import pytest

from medoffice.kernel import hearer, hearing
from medoffice.kernel.heard import Copied, HeardWord, none_sure_beside
from medoffice.kernel.hearing import copies, copy_of, hear, speech_in
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.speech_models import KNOWN

VISIT = Path(__file__).parents[2] / "clinic/dictation/tests/data/visit.ogg"
FOUND = {
    "audio_seconds": 2.5,
    "whole": True,
    "speech": [[0.1, 2.4]],
    "plain": [{"text": "Well", "start": 0.2, "end": 0.6, "confidence": 0.9}],
    "hinted": [],
    "model": "ab" * 32,
}


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A program in the recogniser's place; the test writes it."""
    path = tmp_path / "hearer.py"
    monkeypatch.setattr(hearing, "PROGRAM", path)
    monkeypatch.setenv("MEDOFFICE_SPEECH_PYTHON", sys.executable)
    return path


def refused(recording: bytes) -> str:
    with pytest.raises(Refusal) as refusal:
        hear(io.BytesIO(recording))
    assert refusal.value.words
    assert refusal.value.fix
    return refusal.value.code


def test_what_was_heard_comes_back_and_the_recogniser_gets_hints_and_known_models(program: Path) -> None:
    program.write_text(
        "import json, sys\n"
        "asked = json.loads(sys.stdin.buffer.readline())\n"
        "print('1 4', flush=True)\n"
        "assert sys.stdin.buffer.read(4) == b'ound' and asked['size'] == 5\n"
        "assert asked['hints'] == ['metformin'] and len(asked['hashes']) >= 1\n"
        f"print(json.dumps({FOUND!r}))"
    )
    found = hear(io.BytesIO(b"sound"), ["metformin"])
    assert found.plain == (HeardWord("Well", 0.2, 0.6, 0.9),)
    assert found.speech == ((0.1, 2.4),)


@pytest.mark.parametrize(
    "does",
    [
        "print('[{')",
        "print('[]')",
        "print('{}')",
        "raise SystemExit(3)",
        "import os; os.abort()",
        "print('null')",
        "pass",
        "print('9 9', flush=True); input()",
        "print('0 99999999', flush=True); input()",
        "print(5)",
        f"print({json.dumps(FOUND)!r}); raise SystemExit(3)",
        f"print({json.dumps(FOUND)!r}, {json.dumps(FOUND)!r}, sep=chr(10))",
        'print(\'{"trouble": "another"}\')',
    ],
)
def test_whatever_it_says_or_does_is_one_clear_refusal(program: Path, does: str) -> None:
    program.write_text(does)
    assert refused(b"sound") == "hearing.broke"


def test_who_takes_too_long_is_ended(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hearing, "SECONDS", 0.3)
    program.write_text("while True: pass")
    assert refused(b"sound") == "hearing.broke"


@pytest.mark.parametrize(
    "trouble",
    ["not-installed", "no-model", "unknown-model", "changed-model", "not-a-recording", "no-sound", "too-long"],
)
def test_each_trouble_has_its_words_and_what_to_do(program: Path, trouble: str) -> None:
    program.write_text(f"print({json.dumps({'trouble': trouble})!r})")
    assert refused(b"sound") == f"hearing.{trouble}"


def test_nothing_a_makers_own_format_and_too_much_are_not_even_tried(
    program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hearing, "MOST_BYTES", 10)
    program.write_text("raise SystemExit(1)")
    assert refused(b"") == "hearing.empty"
    assert refused(b"\x03ds2 and more") == "hearing.ds2"
    assert refused(b"RIFF and more") == "hearing.too-large"


def test_without_the_extra_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(
        "MEDOFFICE_SPEECH_PYTHON", sys.executable
    )  # faster-whisper is never installed beside the program
    assert refused(b"sound") == "hearing.not-installed"
    monkeypatch.setenv("MEDOFFICE_SPEECH_PYTHON", "/nowhere/python")
    assert refused(b"sound") == "hearing.not-installed"


def test_a_wav_that_says_it_is_longer_is_cut_off() -> None:
    whole = b"RIFF" + (36).to_bytes(4, "little") + bytes(36)
    assert not hearer.short_of_its_size(whole[:8], len(whole))
    assert hearer.short_of_its_size(whole[:8], len(whole) - 4)
    assert not hearer.short_of_its_size(b"RIFF" + b"\xff" * 4, 17)
    assert not hearer.short_of_its_size(b"OggS" + bytes(4), 13)


def whisper(folder: Path, files: dict[str, str] | None = None) -> dict[str, object]:
    """What the recogniser is asked of a folder with a model of Whisper."""
    return {"model": str(folder), "kind": "whisper", "main": "model.bin", "files": files or {}, "hashes": KNOWN}


def test_weights_nobody_knows_are_not_loaded(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"made by somebody")
    with pytest.raises(hearer.Trouble, match="unknown-model"):
        hearer.model_in(whisper(tmp_path))
    with pytest.raises(hearer.Trouble, match="no-model"):
        hearer.model_in(whisper(tmp_path / "absent"))


def test_a_model_that_was_brought_in_is_used_only_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"weights")
    (tmp_path / "tokenizer.json").write_bytes(b"{}")
    files = {name: sha256((tmp_path / name).read_bytes()).hexdigest() for name in ("model.bin", "tokenizer.json")}
    (tmp_path / "tokenizer.json").write_bytes(b"{ }")
    with pytest.raises(hearer.Trouble, match="changed-model"):
        hearer.model_in(whisper(tmp_path, files))
    (tmp_path / "tokenizer.json").unlink()
    with pytest.raises(hearer.Trouble, match="no-model"):
        hearer.model_in(whisper(tmp_path, files))


def test_for_a_recogniser_elsewhere_only_what_is_speech_is_told_with_its_sound_piece_by_piece(program: Path) -> None:
    first = {"audio_seconds": 600.5, "whole": False, "speech": [[0.5, 2.0]], "bytes": 260, "seams": [300.0]}
    last = {"audio_seconds": 600.5, "whole": False, "speech": [], "bytes": 0, "seams": []}
    program.write_text(
        "import json, sys\n"
        "assert json.loads(sys.stdin.buffer.readline())['does'] == 'speech'\n"
        f"sys.stdout.buffer.write({json.dumps(first)!r}.encode() + b'\\n' + b'RIFF' + bytes(range(256)))\n"
        f"sys.stdout.buffer.write({json.dumps(last)!r}.encode() + b'\\n')"
    )
    found, silent = speech_in(io.BytesIO(b"sound"))
    assert (found.audio_seconds, found.whole, found.speech, found.seams) == (600.5, False, ((0.5, 2.0),), (300.0,))
    assert found.wave == b"RIFF" + bytes(range(256))
    assert (silent.speech, silent.wave) == ((), b"")


def test_what_is_no_speech_told_is_one_clear_refusal(program: Path) -> None:
    spoken = json.dumps({"audio_seconds": 2.5, "whole": True, "speech": []})
    for does, code in (
        ("print('{}')", "broke"),
        ("pass", "broke"),
        (f"print({spoken!r}); raise SystemExit(3)", "broke"),
        ('print(\'{"trouble": "not-installed"}\')', "no-detector"),
    ):
        program.write_text(does)
        with pytest.raises(Refusal) as refusal:
            list(speech_in(io.BytesIO(b"sound")))
        assert refusal.value.code == f"hearing.{code}"
    with pytest.raises(Refusal, match="nothing in this file"):
        list(speech_in(io.BytesIO()))


def test_who_stops_listening_to_pieces_leaves_no_process_behind(program: Path, tmp_path: Path) -> None:
    spoken = json.dumps({"audio_seconds": 2.5, "whole": True, "speech": []})
    program.write_text(
        f"import os, time\nopen({str(tmp_path / 'pid')!r}, 'w').write(str(os.getpid()))\n"
        f"print({spoken!r}, flush=True)\ntime.sleep(600)\n"
    )
    pieces = speech_in(io.BytesIO(b"sound"))
    next(pieces)
    pieces.close()
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_however_long_a_recording_is_only_a_little_of_it_is_read_at_once(program: Path) -> None:
    class Long(io.RawIOBase):
        """Four hundred megabytes that nobody has, and the most that was read of them at once."""

        most = at = 0

        def seekable(self) -> bool:
            return True

        def seek(self, at: int, whence: int = 0) -> int:
            self.at = (400 << 20) + at if whence else at
            return self.at

        def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - whatever holds bytes
            self.most = max(self.most, len(buffer))
            buffer[:] = bytes(len(buffer))
            return len(buffer)

    program.write_text(
        "import json, sys\n"
        "size = json.loads(sys.stdin.buffer.readline())['size']\n"
        "for at in range(0, size, 1 << 20):\n"
        "    print(at, 1 << 20, flush=True)\n"
        "    assert len(sys.stdin.buffer.read(1 << 20)) == 1 << 20\n"
        f"print({json.dumps(FOUND)!r})"
    )
    sound = Long()
    tracemalloc.start()
    try:
        assert hear(cast(BinaryIO, sound)).audio_seconds == 2.5
        held = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert sound.most == 1 << 20
    assert held < 16 << 20


def test_beside_a_place_where_it_was_cut_while_somebody_spoke_no_word_is_sure(program: Path) -> None:
    words = [{"text": str(at), "start": at, "end": at + 0.5, "confidence": 0.9} for at in range(8)]
    told = json.dumps(FOUND | {"plain": words, "hinted": words, "seams": [4.25]})
    program.write_text(f"print({told!r})")
    found = hear(io.BytesIO(b"sound"))
    for heard in (found.plain, found.hinted):
        assert [word.text for word in heard if word.confidence == 0.0] == ["3", "4", "5"]
        assert [word.confidence for word in heard if word.text not in "345"] == [0.9] * 5
    (unsaid,) = none_sure_beside([4.25], [HeardWord("4", 4, 4.5, None)])
    assert unsaid.confidence is None


def test_a_copy_comes_with_how_long_it_is_and_whether_all_of_it(program: Path) -> None:
    program.write_text(
        "import json, sys\n"
        "asked = json.loads(sys.stdin.buffer.readline())\n"
        "assert asked == {'does': 'copy', 'size': 5}\n"
        "print(json.dumps({'audio_seconds': 2.5, 'whole': False, 'bytes': 4}), flush=True)\n"
        "sys.stdout.buffer.write(b'OggS')"
    )
    assert copy_of(io.BytesIO(b"sound")) == Copied(2.5, whole=False, sound=b"OggS")


@pytest.mark.parametrize("does", ["pass", "print('{}')", "raise SystemExit(3)", "print('null')"])
def test_where_making_a_copy_breaks_it_is_one_clear_refusal(program: Path, does: str) -> None:
    program.write_text(does)
    with pytest.raises(Refusal, match="broke"):
        copy_of(io.BytesIO(b"sound"))


def test_whether_copies_are_made_here_is_seen_without_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDOFFICE_SPEECH_PYTHON", sys.executable)  # the extra is never installed beside the program
    assert not copies()
    with pytest.raises(Refusal, match="is not installed"):
        copy_of(io.BytesIO(b"sound"))
    monkeypatch.setenv("MEDOFFICE_SPEECH_PYTHON", "/opt/speech/bin/python")
    assert copies()


@pytest.mark.soak
@pytest.mark.skipif(not hearing.BESIDE.is_file(), reason="the extra speech-demo is not installed (make speech)")
def test_a_dss_recording_becomes_opus_of_its_length_and_a_list_of_other_files_nothing() -> None:
    head = bytearray(3 * 512)
    head[:4], head[0x26:0x3E] = b"\x03dss", b"260115093000260115093100"
    for blocks, seconds in ((1, 0.287), (100, 29.549)):
        found = copy_of(io.BytesIO(bytes(head) + bytes(512 * blocks)))
        assert found.audio_seconds == pytest.approx(seconds, abs=0.002)
        assert found.whole
        assert found.sound[:4] == b"OggS"
    again = copy_of(io.BytesIO(VISIT.read_bytes()))
    assert copy_of(io.BytesIO(again.sound)).audio_seconds == pytest.approx(again.audio_seconds, abs=0.05)
    lists = b"ffconcat version 1.0\nfile visit.ogg\n"
    with pytest.raises(Refusal, match="can be read"):
        copy_of(io.BytesIO(lists))


@pytest.mark.soak
@pytest.mark.skipif(not hearing.BESIDE.is_file(), reason="the extra speech-demo is not installed (make speech)")
def test_silence_and_noise_are_no_speech_and_what_is_said_is_its_sound() -> None:
    chance = random.Random(7)
    noise = b"".join(struct.pack("<h", chance.randint(-9_000, 9_000)) for _ in range(16_000 * 30))
    for sound in (bytes(2 * 16_000 * 30), noise):
        (found,) = speech_in(io.BytesIO(_wav(sound)))
        assert (found.speech, found.wave, round(found.audio_seconds)) == ((), b"", 30)
    (found,) = speech_in(io.BytesIO(VISIT.read_bytes()))
    with wave.open(io.BytesIO(found.wave)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, 16_000)
        assert file.getnframes() / 16_000 == pytest.approx(sum(end - begin for begin, end in found.speech), abs=0.01)


def _wav(samples: bytes) -> bytes:
    made = io.BytesIO()
    with wave.open(made, "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(samples)
    return made.getvalue()
