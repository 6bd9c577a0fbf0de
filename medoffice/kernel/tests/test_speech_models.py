"""A model is taken in whole and as it was published, or not at all; what is used is only what was taken in."""

from hashlib import sha256
from pathlib import Path

import pytest

from medoffice.kernel import private
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.speech_models import SpeechModel, own_model, take_model

WEIGHTS = sha256(b"weights").hexdigest()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the office keeps its model."""
    monkeypatch.setenv("MEDOFFICE_SPEECH_MODEL", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with a model, as a publisher gives it."""
    folder = tmp_path / "small.en"
    folder.mkdir()
    for name, data in {"model.bin": b"weights", "config.json": b"{}", "tokenizer.json": b"{}"}.items():
        (folder / name).write_bytes(data)
    (folder / "vocabulary.json").write_bytes(b"[]")
    (folder / "README.md").write_bytes(b"not ours")
    return folder


def fine(model: SpeechModel) -> None:
    """It hears."""
    assert (model.folder / "model.bin").read_bytes() in {b"weights", b"others"}


def refused(source: Path, told: str = WEIGHTS) -> str:
    with pytest.raises(Refusal) as refusal:
        take_model(source, [told] if told else [], fine, fine)
    assert refusal.value.fix
    return refusal.value.code


def test_a_model_is_copied_with_the_hash_of_each_file_and_used(place: Path, source: Path) -> None:
    assert own_model() is None
    taken = take_model(source, [WEIGHTS], fine, fine)
    assert own_model() == taken
    assert (taken.name, taken.weights) == ("small.en", WEIGHTS)
    assert {path.name for path in taken.folder.iterdir()} == set(taken.files)
    assert set(taken.files) == {"model.bin", "config.json", "tokenizer.json", "vocabulary.json"}
    assert not [path for path in place.rglob("*") if path.stat().st_mode & 0o077]


def test_the_same_again_is_the_same_and_another_takes_its_place(place: Path, source: Path) -> None:
    first, again = take_model(source, [WEIGHTS], fine, fine), take_model(source, [WEIGHTS], fine, fine)
    assert (first.name, first.files) == (again.name, again.files)
    assert own_model() == again
    (source / "model.bin").write_bytes(b"others")
    taken = take_model(source, [sha256(b"others").hexdigest().upper()], fine, fine)
    assert own_model() == taken
    assert {path.name for path in place.iterdir()} == {"model.json", taken.folder.name}


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.json"])
def test_what_is_incomplete_is_refused_by_name(source: Path, name: str) -> None:
    (source / name).unlink()
    with pytest.raises(Refusal, match=name) as refusal:
        take_model(source, [WEIGHTS], fine, fine)
    assert refusal.value.code == "model-incomplete"
    assert own_model() is None


def test_weights_that_nobody_knows_or_that_differ_are_refused(place: Path, source: Path) -> None:
    assert refused(source, "") == "model-unknown"
    assert refused(source, "0" * 64) == "model-other"
    assert refused(source / "absent") == "model-folder"
    assert not list(place.iterdir())


@pytest.mark.usefixtures("place")
def test_what_its_list_of_hashes_does_not_say_is_refused(source: Path) -> None:
    sums = source / "SHA256SUMS"
    sums.write_text(f"{sha256(b'[]').hexdigest()}  vocabulary.json\n")
    assert refused(source) == "model-sums"
    sums.write_text(f"{WEIGHTS}  model.bin\n{'0' * 64} *tokenizer.json\n")
    assert refused(source) == "model-wrong"
    sums.write_text(f"{WEIGHTS}  ./model.bin\n{'0' * 64}  README.md\n")
    assert take_model(source, [WEIGHTS], fine, fine).weights == WEIGHTS


def test_what_cannot_hear_changes_nothing(place: Path, source: Path) -> None:
    before = take_model(source, [WEIGHTS], fine, fine)

    def deaf(_: SpeechModel) -> None:
        raise Refusal("model-deaf", "It hears nothing.", "Use another.")

    (source / "model.bin").write_bytes(b"others")
    with pytest.raises(Refusal, match="hears nothing"):
        take_model(source, [sha256(b"others").hexdigest()], deaf, fine)
    assert own_model() == before
    assert {path.name for path in place.iterdir()} == {"model.json", before.folder.name}


def test_the_one_before_is_there_and_is_used_until_the_new_one_is_noted_everywhere(place: Path, source: Path) -> None:
    before = take_model(source, [WEIGHTS], fine, fine)
    seen: list[SpeechModel | None] = []

    def noted(_: SpeechModel) -> None:
        seen.append(own_model())
        assert (before.folder / "model.bin").is_file()
        if len(seen) == 1:
            raise ConnectionError("the second world does not answer")

    with pytest.raises(ConnectionError):
        take_model(source, [WEIGHTS], fine, noted)
    assert own_model() == before
    assert {path.name for path in place.iterdir()} == {"model.json", before.folder.name}
    after = take_model(source, [WEIGHTS], fine, noted)
    assert seen == [before, before]
    assert own_model() == after
    assert {path.name for path in place.iterdir()} == {"model.json", after.folder.name}


def test_one_that_cannot_be_kept_leaves_the_one_before(
    place: Path, source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = take_model(source, [WEIGHTS], fine, fine)

    def full(_: Path, __: bytes) -> None:
        raise OSError("no space")

    monkeypatch.setattr(private, "write", full)
    with pytest.raises(OSError, match="no space"):
        take_model(source, [WEIGHTS], fine, fine)
    assert own_model() == before
    assert {path.name for path in place.iterdir()} == {"model.json", before.folder.name}


def test_what_is_told_of_a_model_and_cannot_be_read_is_none(place: Path, source: Path) -> None:
    take_model(source, [WEIGHTS], fine, fine)
    (place / "model.json").write_text("{")
    assert own_model() is None
