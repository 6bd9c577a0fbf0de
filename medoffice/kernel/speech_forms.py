"""The forms of models that hear: which files each has, and which of them are its weights.

A model of Whisper is what faster-whisper reads (CTranslate2). The others are ONNX files as sherpa-onnx 2.0.1 reads
them; what kind such a file is, it says itself, in notes beside its graph. A published folder often has a file twice, in
fractions and in whole numbers (int8): the smaller one is taken.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from medoffice.kernel.refusals import Refusal

TOKENS, PIECES = "tokens.txt", "bpe.vocab"  # what each number stands for; how a hint is cut into such parts
_WHISPER, _WORDS = ("model.bin", "config.json", "tokenizer.json"), ("vocabulary.json", "vocabulary.txt")
_WHISPER_MORE = "preprocessor_config.json"
_TRANSDUCER, _CTC = ("encoder", "decoder", "joiner"), "model"
_BEHIND = (".weights", ".data", ".onnx.data", ".onnx_data")  # what a large ONNX file keeps beside itself
_NOTES, _LONGEST_NOTE = 14, 1 << 16
_AGAIN = "Copy the whole folder again, as its publisher gives it."


class Kind(StrEnum):
    """What reads a model, and how."""

    WHISPER = "whisper"
    MEDASR = "medasr-ctc"
    NEMO_CTC = "nemo-ctc"
    NEMO = "nemo-transducer"
    TRANSDUCER = "transducer"

    @property
    def says(self) -> str:
        """The kind as people read it."""
        return {
            "whisper": "Whisper, by faster-whisper",
            "medasr-ctc": "MedASR (CTC), by sherpa-onnx",
            "nemo-ctc": "NeMo (CTC), by sherpa-onnx",
            "nemo-transducer": "NeMo (transducer), by sherpa-onnx",
            "transducer": "Zipformer (transducer), by sherpa-onnx",
        }[self.value]

    @property
    def main(self) -> str:
        """The file by whose hash a draft says what made it."""
        return {"whisper": "model.bin", "medasr-ctc": "model.onnx", "nemo-ctc": "model.onnx"}.get(self, "encoder.onnx")

    @property
    def takes_hints(self) -> bool:
        """Whether it can be told words that may be said; of what cannot, hints only raise questions."""
        return self not in {Kind.MEDASR, Kind.NEMO_CTC}


_OF_CTC = {
    "medasr_ctc": Kind.MEDASR,
    "EncDecCTCModel": Kind.NEMO_CTC,
    "EncDecCTCModelBPE": Kind.NEMO_CTC,
    "EncDecHybridRNNTCTCBPEModel": Kind.NEMO_CTC,
}


@dataclass(frozen=True, slots=True)
class Form:
    """A model as it lies in a folder: its kind, and its files, by the name under which each is kept."""

    kind: Kind
    files: Mapping[str, str]

    @property
    def weights(self) -> tuple[str, ...]:
        """The files, as they are kept, by whose hashes the model is known."""
        if self.kind is Kind.WHISPER:
            return (self.kind.main,)
        return tuple(name for name in self.files if name not in {TOKENS, PIECES})


def form_in(source: Path) -> Form:
    """The model in a folder. Raises Refusal for what is none, is not whole, or is of a kind that is not used here."""
    if not source.is_dir():
        raise Refusal("model-folder", f"{source} is no folder.", "Name the folder that has the model's files.")
    there = {path.name for path in source.iterdir() if path.is_file()}
    if (transducer := any(name.startswith("encoder") for name in there)) or any(_is(name, _CTC) for name in there):
        parts = _TRANSDUCER if transducer else (_CTC,)
        files = {TOKENS: TOKENS} | {f"{part}.onnx": _one(source, there, part) for part in parts}
        _refuse_missing(source, there, (TOKENS,), "sherpa-onnx")
        kind = _kind(source / files["encoder.onnx" if transducer else "model.onnx"], transducer=transducer)
        more = {name for one in files.values() for end in _BEHIND if (name := one.removesuffix(".onnx") + end) in there}
        more |= {PIECES} & there if kind.takes_hints else set()
        return Form(kind, files | {name: name for name in sorted(more)})
    _refuse_missing(source, there, _WHISPER, "faster-whisper")
    if not there.intersection(_WORDS):
        _refuse_missing(source, there, (" or ".join(_WORDS),), "faster-whisper")
    return Form(Kind.WHISPER, {name: name for name in (*_WHISPER, *_WORDS, _WHISPER_MORE) if name in there})


def pieces_of(tokens: bytes) -> bytes:
    """How hints are cut into the parts that a model knows, where its publisher does not say: the earlier part first.

    So parts are numbered that were found by joining letters (BPE, as sentencepiece writes it): the number of a part is
    its rank, behind the marks at the beginning. A model whose parts were found otherwise gets less from its hints.
    """
    rows = [line.rpartition(" ") for line in tokens.decode("utf-8", "replace").splitlines()]
    parts = [part for part, _, _ in rows if part and not (part[0] == "<" and part[-1] == ">")]
    return "".join(f"{part}\t{-at}\n" for at, part in enumerate(parts)).encode()


def _is(name: str, part: str) -> bool:
    return name.startswith(part) and name.endswith(".onnx")


def _one(source: Path, there: set[str], part: str) -> str:
    """The file of a part, the smaller one of two."""
    found = sorted(name for name in there if _is(name, part))
    found = [name for name in found if ".int8." in name] or found
    if not found:
        _refuse_missing(source, there, (f"{part}.onnx",), "sherpa-onnx")
    if len(found) > 1:
        words = f"{source.name} has several of one part: {', '.join(found)}."
        raise Refusal("model-several", words, "Leave the one that is to hear, and take the others out.")
    return found[0]


def _refuse_missing(source: Path, there: set[str], needed: tuple[str, ...], reader: str) -> None:
    missing = [name for name in needed if name not in there]
    if missing:
        words = f"{source.name} is no whole model of {reader}: {', '.join(missing)} is missing."
        raise Refusal("model-incomplete", words, _AGAIN)


def _kind(path: Path, *, transducer: bool) -> Kind:
    """By what the file says of itself."""
    said = notes_of(path).get("model_type", "")
    if transducer:
        return Kind.NEMO if said.startswith("EncDec") else Kind.TRANSDUCER
    if said not in _OF_CTC:
        words = f"{path.name} says that it is of the kind “{said}”, which is not used here."
        raise Refusal("model-kind", words, "Of one file there are MedASR and NeMo (CTC); of three, transducers.")
    return _OF_CTC[said]


def notes_of(path: Path) -> dict[str, str]:
    """The notes of an ONNX file (``metadata_props``); none where it is no such file. Its graph is passed over."""
    found: dict[str, str] = {}
    try:
        with path.open("rb") as file:
            for number, data in _fields(file, path.stat().st_size):
                if number == _NOTES:
                    said = dict(_fields(BytesIO(data), len(data)))
                    found[said.get(1, b"").decode()] = said.get(2, b"").decode()
    except ValueError:
        return {}
    return found


def _fields(file: BinaryIO, end: int) -> Iterator[tuple[int, bytes]]:
    """The fields of a message (protobuf) by their numbers, with what is in them; nothing of what is larger than notes.

    Raises ValueError for what is no such message.
    """
    while file.tell() < end:
        mark = _number(file)
        size = {1: 8, 5: 4}.get(mark & 7, 0) if mark & 7 != 2 else _number(file)
        if mark & 7 == 0:
            _number(file)
        elif mark & 7 not in {1, 2, 5} or file.tell() + size > end:
            raise ValueError("no message")
        if size > _LONGEST_NOTE:
            file.seek(size, 1)
        elif mark & 7 == 2:
            yield mark >> 3, file.read(size)
        else:
            file.read(size)


def _number(file: BinaryIO) -> int:
    """A number of seven bits a byte, the lowest first."""
    found = 0
    for at in range(0, 70, 7):
        data = file.read(1)
        if not data:
            break
        found |= (data[0] & 127) << at
        if data[0] < 128:
            return found
    raise ValueError("no number")
