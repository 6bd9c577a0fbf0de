"""``medoffice import breached FILE``: what cannot be read or is no list is said; what is taken stands in the trail."""

import json
from hashlib import sha1, sha256
from pathlib import Path
from typing import BinaryIO

import pytest
from pytest_django.plugin import DjangoDbBlocker

from medoffice.config.cli import main
from medoffice.kernel import hearing
from medoffice.kernel.heard import Heard, HeardWord
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.speech_models import SpeechModel
from medoffice.kernel.worlds import catalog, current
from medoffice.security.api import add_user
from medoffice.security.tests.makers import written_down
from medoffice.security.types import PROGRAM
from medoffice.standards.cdsi.tests.makers import release


@pytest.fixture(autouse=True)
def _one_world(fresh_world: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is taken in for every world is taken in here alone: the others are other tests'."""
    monkeypatch.setattr(catalog, "worlds", lambda: [fresh_world])


def test_a_list_is_taken_in(
    fresh_world: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("medoffice.security.breached.place", lambda: tmp_path / "kept")
    stolen, listed = "umbrella quartz riverbank 47", tmp_path / "list.txt"
    hashes = sorted(sha1(word.encode(), usedforsecurity=False).hexdigest() for word in (stolen, "other"))
    listed.write_text("".join(f"{digest}:5\n" for digest in hashes))
    with django_db_blocker.unblock():
        assert main(["import", "breached", str(listed), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["taken"] == 2
        assert main(["import", "breached", str(tmp_path / "absent")]) == 1
        listed.write_text(f"{stolen}\n")
        assert main(["import", "breached", str(listed)]) == 2
        with current.use(fresh_world):
            assert written_down("security.breached_list") == [("medoffice", {"count": 2, "by": "medoffice"})]
            with pytest.raises(Invalid, match="stolen elsewhere"):
                add_user(actor=PROGRAM, username="ng", name="Thi Ng", roles=["nurse"], password=stolen)
    assert "Line 1 is no SHA-1" in capsys.readouterr().err


def test_rules_of_safety_are_taken_in_for_every_world_or_said_to_be_none(
    fresh_world: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = tmp_path / "rules.toml"
    told.write_text(
        'version = "ours"\nsince = 2026-01-01\n[classes.x]\nwords = "x"\ningredients = ["lisinopril"]\n'
        '[[ages]]\nwhat = "x"\nbelow = 99\nhappens = "h"\ndo = "d"\n'
        '[[canaries]]\nnew = "lisinopril"\ntakes = "aspirin"\nfinds = "age"\n'
    )
    with django_db_blocker.unblock():
        assert main(["import", "safety", str(told), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["taken"] == 1
        told.write_text("nonsense")
        assert main(["import", "safety", str(told)]) == 2
        with current.use(fresh_world):
            assert len(written_down("prescriptions.test")) == 1
    assert "no book of safety" in capsys.readouterr().err


def test_instruments_are_taken_in_for_every_world_or_said_to_be_none(
    fresh_world: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = tmp_path / "ours.toml"
    told.write_text(
        'version = "ours"\nsince = 2026-01-01\nsource = "the partners"\n[[instrument]]\nkey = "x"\nname = "X"\n'
        'asks = "Ask"\nlicence = "ours"\nquestions = ["one"]\nanswers = ["no", "yes"]\n'
        'bands = [{least = 0, words = "well", tone = "ok"}]\n'
    )
    with django_db_blocker.unblock():
        assert main(["import", "instruments", str(told), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["taken"] == 1
        told.write_text("nonsense")
        assert main(["import", "instruments", str(told)]) == 2
        with current.use(fresh_world):
            assert len(written_down("screening.bring")) == 1
    assert "no book of instruments" in capsys.readouterr().err


def test_a_model_is_taken_in_after_it_has_heard_something_and_noted_in_every_world(
    fresh_world: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("MEDOFFICE_SPEECH_MODEL", str(tmp_path / "kept"))
    said = ["word"] * 30

    def found(recording: BinaryIO, *, model: SpeechModel) -> Heard:
        assert recording.read(4) == b"OggS"
        return Heard(9.0, True, (), tuple(HeardWord(one, 0, 1, 0.9) for one in said), (), model.weights)

    monkeypatch.setattr(hearing, "hear", found)
    folder = tmp_path / "small.en"
    folder.mkdir()
    for name in ("model.bin", "config.json", "tokenizer.json", "vocabulary.txt"):
        (folder / name).write_bytes(b"{}")
    weights = sha256(b"{}").hexdigest()
    with django_db_blocker.unblock():
        assert main(["import", "model", str(folder)]) == 2
        assert f"--sha256 {weights}" in capsys.readouterr().err
        assert main(["import", "model", str(folder), "--sha256", weights, "--json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["name"], told["weights"], told["heard"][:9]) == ("small.en", weights, "word word")
        with current.use(fresh_world):
            noted = {"name": "small.en", "form": "whisper", "weights": weights, "by": "medoffice"}
            assert written_down("dictation.set_up") == [("medoffice", noted)]
        del said[3:]
        assert main(["import", "model", str(folder), "--sha256", weights]) == 2
        assert "hears 3 words" in capsys.readouterr().err


def test_a_schedule_of_vaccines_is_taken_in_for_every_world_or_said_to_be_none(
    fresh_world: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = tmp_path / "cdsi.zip"
    told.write_bytes(release())
    with django_db_blocker.unblock():
        assert main(["import", "cdsi", str(told), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["taken"] == 1
        told.write_text("nonsense")
        assert main(["import", "cdsi", str(told)]) == 2
        assert "cannot be opened as a zip" in capsys.readouterr().err
        assert main(["import", "cdsi", str(tmp_path / "none.zip")]) == 1
        with current.use(fresh_world):
            assert len(written_down("vaccines.bring")) == 1
