"""``medoffice transcribe``: one answer a recording, in order; what cannot be heard is said, the rest goes on."""

import io
import json
import os
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from medoffice.config.cli import main
from medoffice.config.commands import transcribe
from medoffice.exchange.hearing_link.tests.makers import detector, hears, says, serving
from medoffice.kernel import hearing
from medoffice.kernel.heard import Heard, HeardWord
from medoffice.kernel.refusals import Refusal

VISIT = Path(__file__).parents[2] / "clinic/dictation/tests/data/visit.ogg"
HINTS = "metformin\nlisinopril\natorvastatin\nsertraline\nhydralazine\n"
INSTALLED = Path(os.environ.get("MEDOFFICE_SPEECH_PYTHON") or hearing.BESIDE)


def found(recording: BinaryIO, hints: tuple[str, ...] = ()) -> Heard:
    """A recogniser that hears the bytes as words."""
    said = recording.read()
    if said.startswith(b"\0"):
        raise Refusal("hearing.not-a-recording", "This is not a recording that can be read.", "Save it as WAV.")
    spoken = said.decode().split()
    there = tuple(HeardWord(word, at * 0.5, at * 0.5 + 0.4, 0.9) for at, word in enumerate(spoken))
    return Heard(len(spoken) / 2, True, ((0.0, len(spoken) / 2),), there, there if hints else (), "")


@pytest.fixture(autouse=True)
def _recogniser(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    if "soak" not in request.keywords:
        monkeypatch.setattr(transcribe, "hear", found)


def test_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad = tmp_path / "good.wav", tmp_path / "bad.wav"
    good.write_bytes(b"blood pressure one twenty over eighty period")
    bad.write_bytes(b"\0\0")
    files = [str(good), str(bad), str(tmp_path / "absent.wav"), str(good)]
    assert main(["transcribe", *files, "--json"]) == 1
    told = capsys.readouterr()
    answers = [json.loads(row) for row in told.out.splitlines()]
    assert [answer["file"] for answer in answers] == files
    assert ["error" in answer for answer in answers] == [False, True, True, False]
    first = answers[0]
    assert set(first) == {"file", "text", "draft", "words", "flags", "audio_seconds", "seconds"}
    assert first["text"] == "Blood pressure 120/80."
    assert first["draft"] == "blood pressure one twenty over eighty period"
    assert first["words"][1] == {"word": "pressure", "start": 0.5, "end": 0.9, "confidence": 0.9}
    assert first["audio_seconds"] == 3.5
    assert "Traceback" not in told.err


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"no fever period")))
    assert main(["transcribe", "-", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["file"], told["text"]) == ("-", "No fever.")
    for empty in (io.TextIOWrapper(io.BytesIO()), None):
        monkeypatch.setattr("sys.stdin", empty)
        assert main(["transcribe", "-", "--json"]) == 1
        assert "by standard input" in json.loads(capsys.readouterr().out)["error"]


def test_raw_and_hints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, hints = tmp_path / "good.wav", tmp_path / "hints.txt"
    good.write_bytes(b"takes metformin period")
    hints.write_text('["metformin", "lisinopril"]')
    assert main(["transcribe", str(good), "--raw", "--hints", str(hints)]) == 0
    assert capsys.readouterr().out == "takes metformin period\n"
    for wrong in (b"[1, 2]", b"\xff\xfe", b'["a', b'{"a": 1}'):
        hints.write_bytes(wrong)
        assert main(["transcribe", str(good), "--hints", str(hints)]) == 2
        assert "The hints in" in capsys.readouterr().err
    assert main(["transcribe", str(good), "--hints", str(tmp_path / "absent")]) == 2


def test_a_server_of_the_office_hears_what_is_speech(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MEDOFFICE_SPEECH_PYTHON", sys.executable)
    monkeypatch.setattr(hearing, "PROGRAM", detector(tmp_path / "hearer.py", ((1.0, 3.0),)))
    good, hints = tmp_path / "good.wav", tmp_path / "hints.txt"
    good.write_bytes(b"sound")
    hints.write_text("metformin")
    with serving(hears("takes metformin period")) as stand:
        said = ["--server", stand.address, "--model", "small.en"]
        assert main(["transcribe", str(good), "--hints", str(hints), "--json", *said]) == 0
        told = json.loads(capsys.readouterr().out)
        assert told["text"] == "Takes metformin."
        assert told["words"][0] == {"word": "takes", "start": 1.0, "end": 1.25, "confidence": None}
        assert "unsure" in [flag["kind"] for flag in told["flags"]]
        assert stand.prompts == [b"", b"metformin"]
        assert stand.keys == [None, None]
        (tmp_path / "key").write_text("sk-1\n")
        assert main(["transcribe", str(good), *said, "--key", str(tmp_path / "key")]) == 0
        assert stand.keys[2:] == ["Bearer sk-1"]
        stand.does = says({}, status=401)
        assert main(["transcribe", str(good), *said, "--key", str(tmp_path / "key")]) == 1
        assert "does not take the key" in (told := capsys.readouterr().err)
        assert "sk-1" not in told
    assert main(["transcribe", str(good), "--json", *said]) == 1
    assert "does not answer" in json.loads(capsys.readouterr().out)["error"]
    for wrong in ("https://203.0.113.5", "http://192.168.1.20", "nowhere"):
        assert main(["transcribe", str(good), "--server", wrong, "--model", "small.en"]) == 2
    assert main(["transcribe", str(good), "--server", "http://localhost"]) == 2
    assert "Say which model" in capsys.readouterr().err
    assert main(["transcribe", str(good), "--model", "small.en"]) == 2
    assert "no server" in capsys.readouterr().err


@pytest.mark.soak
@pytest.mark.skipif(not INSTALLED.is_file(), reason="the extra speech-demo is not installed (make speech)")
def test_a_real_recording_is_heard_with_its_hints_and_silence_is_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hints, silence = tmp_path / "hints.txt", tmp_path / "silence.wav"
    hints.write_text(HINTS)
    silence.write_bytes(wav(bytes(2 * 16_000 * 30)))
    assert main(["transcribe", str(VISIT), str(silence), "--hints", str(hints), "--json"]) == 0
    visit, none = (json.loads(row) for row in capsys.readouterr().out.splitlines())
    assert all(drug in visit["text"] for drug in ("metformin 500 mg", "lisinopril 10 mg", "128/76"))
    assert "Was atorvastatin said here?" in str(visit["flags"])
    assert "sertraline" not in visit["text"]  # the recogniser puts it for "twice a day"
    assert 18 < visit["audio_seconds"] < 19
    assert (none["text"], none["words"]) == ("", [])


def wav(samples: bytes) -> bytes:
    """Sound of 16 kHz as a WAV file."""
    head = b"WAVEfmt " + (16).to_bytes(4, "little") + b"\1\0\1\0" + (16_000).to_bytes(4, "little")
    head += (32_000).to_bytes(4, "little") + b"\2\0\x10\0data" + len(samples).to_bytes(4, "little")
    return b"RIFF" + (len(head) + len(samples)).to_bytes(4, "little") + head + samples
