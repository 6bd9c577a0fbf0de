"""A folder with a model is told by its files and by what they say of themselves; what is none is refused by name."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from medoffice.kernel import speech_models
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.speech_forms import Kind, form_in, notes_of, pieces_of
from medoffice.kernel.speech_models import SpeechModel, own_model, take_model
from medoffice.kernel.tests.tiny_models import write_model

OF_SHERPA = [kind for kind in Kind if kind is not Kind.WHISPER]
THREE = ("encoder.onnx", "decoder.onnx", "joiner.onnx")


def hashes(folder: Path) -> list[str]:
    """Of all files of a folder."""
    return [sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()]


def fine(_: SpeechModel) -> None:
    """It hears."""


def code(folder: Path) -> str:
    with pytest.raises(Refusal) as refusal:
        form_in(folder)
    assert refusal.value.fix
    return refusal.value.code


@pytest.mark.parametrize("kind", OF_SHERPA)
def test_each_kind_is_told_and_its_weights_are_all_that_is_no_list(tmp_path: Path, kind: Kind) -> None:
    form = form_in(write_model(kind, tmp_path))
    assert (form.kind, form.weights) == (kind, THREE if kind.takes_hints else ("model.onnx",))
    assert form.kind.main in form.files
    assert set(form.files.values()) == {path.name for path in tmp_path.iterdir()}


def test_of_two_sizes_the_smaller_is_taken_with_what_lies_beside_it(tmp_path: Path) -> None:
    folder = write_model(Kind.NEMO, tmp_path)
    for name in ("encoder.onnx", "encoder.weights", "encoder.int8.onnx.data", "bpe.vocab", "README.md"):
        (folder / name).write_bytes(b"")
    form = form_in(folder)
    assert form.files["encoder.onnx"] == "encoder.int8.onnx"
    assert {"encoder.int8.onnx.data", "bpe.vocab"} <= set(form.files)
    assert not {"encoder.weights", "README.md"} & set(form.files)
    assert form.weights == (*THREE, "encoder.int8.onnx.data")


def test_what_is_not_whole_twice_there_or_of_another_kind_is_refused(tmp_path: Path) -> None:
    three, one = write_model(Kind.NEMO, tmp_path / "three"), write_model(Kind.MEDASR, tmp_path / "one")
    (three / "encoder.large.int8.onnx").write_bytes(b"")
    assert code(three) == "model-several"
    (three / "encoder.large.int8.onnx").unlink()
    (three / "joiner.int8.onnx").unlink()
    assert code(three) == "model-incomplete"
    (one / "tokens.txt").unlink()
    assert code(one) == "model-incomplete"
    (one / "tokens.txt").write_bytes(b"")
    (one / "model.int8.onnx").write_bytes(b"\x72\x0c\x0a\x0amodel_type")
    assert code(one) == "model-kind"
    (one / "model.int8.onnx").write_bytes(b"not a model")
    assert code(one) == "model-kind"
    assert code(tmp_path) == "model-incomplete"


@given(some.binary(max_size=80))
def test_whatever_a_file_holds_it_has_notes_or_none(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "model.onnx"
    path.write_bytes(data)
    assert all(isinstance(said, str) for pair in notes_of(path).items() for said in pair)


def test_a_hint_is_cut_by_the_order_of_the_parts() -> None:
    tokens = "<unk> 0\n\u2581a 1\nth 2\n\u2581 3\n<blk> 4\n".encode()
    assert pieces_of(tokens).decode() == "\u2581a\t0\nth\t-1\n\u2581\t-2\n"


def test_one_that_takes_hints_is_kept_with_how_they_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDOFFICE_SPEECH_MODEL", str(tmp_path / "kept"))
    source = write_model(Kind.TRANSDUCER, tmp_path / "zipformer-en")
    taken = take_model(source, hashes(source), fine, fine)
    assert own_model() == taken
    assert (taken.kind, taken.name) == (Kind.TRANSDUCER, "zipformer-en")
    assert {path.name for path in taken.folder.iterdir()} == {*THREE, "tokens.txt", "bpe.vocab"} == set(taken.files)
    assert taken.weights == taken.files["encoder.onnx"]
    assert (taken.folder / "bpe.vocab").read_bytes() == pieces_of((source / "tokens.txt").read_bytes())
    (source / "bpe.vocab").write_bytes(b"the publisher's own")
    again = take_model(source, hashes(source), fine, fine)
    assert (again.folder / "bpe.vocab").read_bytes() == b"the publisher's own"


def test_every_file_of_the_weights_is_to_be_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MEDOFFICE_SPEECH_MODEL", str(tmp_path / "kept"))
    source = write_model(Kind.NEMO, tmp_path / "parakeet")
    with pytest.raises(Refusal) as unknown:
        take_model(source, [], fine, fine)
    said = [digest for name, digest in zip(sorted(source.iterdir()), hashes(source), strict=True) if name]
    assert unknown.value.code == "model-unknown"
    assert unknown.value.fix.count("--sha256") == len(said) - 1  # all but the list of parts
    joiner = sha256((source / "joiner.int8.onnx").read_bytes()).hexdigest()
    with pytest.raises(Refusal, match=r"joiner.int8.onnx has the hash") as other:
        take_model(source, [one for one in said if one != joiner], fine, fine)
    assert other.value.code == "model-other"
    monkeypatch.setattr(speech_models, "KNOWN", {"parakeet": joiner})
    with pytest.raises(Refusal, match="Nobody here knows"):  # one that is known is not all of them
        take_model(source, [], fine, fine)
