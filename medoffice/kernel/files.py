"""Files: scans, wire files, PDFs. Content-addressed by SHA-256 and encrypted with AES-256-GCM on disk.

Each file has a data key of its own, wrapped by the office's files key (and naming which); the content hash is bound to
it, so neither a flipped byte nor a file under another's name is opened. The content is sealed in chunks, so that a long
one is read in pieces. Storing is idempotent: the same bytes are kept once. A file whose data key is dropped is gone.
"""

import hashlib
import io
import logging
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.apps import apps
from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import Model

from medoffice.kernel import clock, private
from medoffice.kernel.models import StoredFile
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.sealed import CHUNK, Key, SealedReader, SealedWriter
from medoffice.kernel.secrets import KeyRing
from medoffice.kernel.worlds import current

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

log = logging.getLogger(__name__)
_MAGIC = b"MOF2"
_WRAPPED = 4 + 12 + 32 + 16  # kid, nonce, key, tag: as the key ring seals it
_OF_BEFORE, _WRAPPED_BEFORE = b"MOF1", 12 + 32 + 16  # the first release: key 1, the content in one piece


def store(data: bytes, media_type: str) -> str:
    """Keep these bytes (on disk before this returns) and return their SHA-256 in hex."""
    digest = hashlib.sha256(data).hexdigest()
    path = path_of(digest)
    with transaction.atomic():
        StoredFile.objects.get_or_create(  # the row first: a sweep of this name waits for it, or it for the sweep
            sha256=digest, defaults={"size": len(data), "media_type": media_type, "stored_at": clock.now()}
        )
        if not path.exists():
            _seal(path, data, settings.KEYS)
    return digest


def load(digest: str) -> bytes:
    """The bytes with this SHA-256. Raises Refusal if the file is missing or was altered."""
    return b"".join(pieces(digest))


def pieces(digest: str) -> Iterator[bytes]:
    """The bytes with this SHA-256, a piece at a time. Raises Refusal if the file is missing or was altered."""
    with _on_disk(digest) as file:
        yield from _opened(file, digest, settings.KEYS)


@contextmanager
def reading(digest: str) -> Iterator[BinaryIO]:
    """The bytes with this SHA-256 as a file that is read anywhere, of which a chunk is held.

    Raises Refusal if it is missing or was altered, also while it is read.
    """
    kept = StoredFile.objects.filter(sha256=digest).first()
    if kept is None:
        raise _missing()
    with _on_disk(digest) as file:
        yield cast("BinaryIO", _Stored(_source(file, digest, settings.KEYS), kept.size))


class _Stored(io.RawIOBase):
    """A content of the store, as a file."""

    def __init__(self, source: SealedReader | io.BytesIO, size: int) -> None:
        self._source, self._size, self._at = source, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, at: int, whence: int = os.SEEK_SET) -> int:
        to = at + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._size}[whence]
        if to != self._at:
            with _as_altered():
                self._source.seek(to)
        self._at = to
        return to

    def readinto(self, buffer: "WriteableBuffer") -> int:
        room = memoryview(buffer)
        with _as_altered():
            data = self._source.read(len(room))
        room[: len(data)] = data
        self._at += len(data)
        return len(data)


@contextmanager
def _on_disk(digest: str) -> Iterator[BinaryIO]:
    try:
        file = path_of(digest).open("rb")
    except FileNotFoundError as error:
        raise _missing() from error
    with file:
        yield file


def forget_unrecorded(data: bytes) -> None:
    """Remove from the disk what was stored by an act that was taken back: bytes that no row names."""
    digest = hashlib.sha256(data).hexdigest()
    if not StoredFile.objects.filter(sha256=digest).exists():
        shred(path_of(digest))


def named_by_others(digests: Iterable[str], of: type[Model]) -> set[str]:
    """Those of these contents that a row of another table than ``of`` names: it keeps them. A query for each table."""
    wanted, found = set(digests), set[str]()
    for model in apps.get_models() if wanted else ():
        if model in (of, StoredFile):
            continue
        for name in (field.name for field in model._meta.concrete_fields if field.name.endswith("sha256")):
            rows = model._base_manager.filter(**{f"{name}__in": wanted})
            found.update(rows.values_list(name, flat=True))
    return found


def forget(digest: str) -> None:
    """Destroy this content once the act is through: its data key, then the file. No row may name it any longer."""
    StoredFile.objects.filter(sha256=digest).delete()
    path = path_of(digest)
    transaction.on_commit(lambda: _gone(path))


def _gone(path: Path) -> None:
    if not _dropped(path):
        log.info("a file to destroy came again meanwhile and stays")


def sweep(older_than: timedelta = timedelta(days=1)) -> int:
    """Drop what acts that were cut off have left in this world: files that no row names, and files half written.

    Only what is older than this; returns how many. While one is dropped its name is taken in the catalogue, so that
    whoever stores the same bytes waits, and then stores them anew.
    """
    before, gone = (clock.real_now() - older_than).timestamp(), 0
    old = [path for path in folder().glob("*/*") if _changed_at(path) < before]
    known = set(StoredFile.objects.values_list("sha256", flat=True))
    for path in old:
        if path.name.startswith("."):
            path.unlink(missing_ok=True)
            gone += 1
        elif path.name not in known:
            gone += _dropped(path)
    return gone


def _changed_at(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")


def _dropped(path: Path) -> bool:
    """Drop a file unless a row names it by now."""
    try:
        with transaction.atomic():
            row = StoredFile.objects.create(sha256=path.name, size=0, media_type="", stored_at=clock.now())
            shred(path)
            row.delete()
    except IntegrityError:
        return False
    return True


def shred(path: Path) -> None:
    """Drop a file's data key, unless a copy of the world uses the same file, then the file."""
    if not path.exists():
        return
    if path.stat().st_nlink == 1:
        with path.open("r+b") as file:
            file.write(bytes(len(_MAGIC) + _WRAPPED))
            file.flush()
            os.fsync(file.fileno())
    path.unlink()


def rewrap(path: Path, ring: KeyRing) -> bool:
    """Wrap the file's data key with the ring's newest key; whether it was not already. The content stays as it is."""
    with path.open("rb") as file:
        kind, digest = file.read(len(_MAGIC)), path.name
        if kind != _MAGIC:
            file.seek(0)
            _seal(path, b"".join(_opened(file, digest, ring)), ring)
            return True
        wrapped = file.read(_WRAPPED)
        if int.from_bytes(wrapped[:4], "big") == ring.newest:
            return False
        key = _data_key(wrapped, digest, ring)
        with private.new(path) as out:
            out.write(_MAGIC + ring.seal("files", key, digest.encode()))
            while piece := file.read(CHUNK):
                out.write(piece)
    return True


def everywhere() -> Iterator[Path]:
    """The files of all worlds of this data folder."""
    return (path for path in sorted((_root()).glob("*/??/*")) if not path.name.startswith("."))


def folder() -> Path:
    """Where the current world's files are."""
    return _root() / current.name()


def path_of(digest: str) -> Path:
    """Where a file of the current world is."""
    return folder() / digest[:2] / digest


def _root() -> Path:
    return Path(settings.DATA_DIR) / "files"


def _seal(path: Path, data: bytes, ring: KeyRing) -> None:
    key, digest = secrets.token_bytes(32), path.name
    with private.new(path) as file:
        file.write(_MAGIC + ring.seal("files", key, digest.encode()))
        out = SealedWriter(file, Key("hkdf", key))
        out.write(data)
        out.close()


def _opened(file: BinaryIO, digest: str, ring: KeyRing) -> Iterator[bytes]:
    source = _source(file, digest, ring)
    with _as_altered():
        while piece := source.read(CHUNK):
            yield piece


def _source(file: BinaryIO, digest: str, ring: KeyRing) -> SealedReader | io.BytesIO:
    kind = file.read(len(_MAGIC))
    if kind == _OF_BEFORE:
        return io.BytesIO(_opened_as_before(file.read(), digest, ring))
    key = Key("hkdf", _data_key(file.read(_WRAPPED) if kind == _MAGIC else b"", digest, ring))
    with _as_altered():
        return SealedReader(file, key)


@contextmanager
def _as_altered() -> Iterator[None]:
    try:
        yield
    except Refusal as refusal:
        raise _altered() from refusal


def _opened_as_before(sealed: bytes, digest: str, ring: KeyRing) -> bytes:
    wrap_nonce, wrapped = sealed[:12], sealed[12:_WRAPPED_BEFORE]
    nonce, body = sealed[_WRAPPED_BEFORE : _WRAPPED_BEFORE + 12], sealed[_WRAPPED_BEFORE + 12 :]
    try:
        key = AESGCM(ring.key("files", 1)).decrypt(wrap_nonce, wrapped, digest.encode())
        return AESGCM(key).decrypt(nonce, body, digest.encode())
    except (InvalidTag, ValueError) as error:
        raise _altered() from error


def _data_key(wrapped: bytes, digest: str, ring: KeyRing) -> bytes:
    """The file's own key. What names no key of the office was altered, or comes from elsewhere."""
    try:
        return ring.open("files", wrapped, digest.encode())
    except Refusal as refusal:
        raise _altered() from refusal


def _missing() -> Refusal:
    return Refusal("file-missing", "This file is not in the store.", "Restore it from a backup.")


def _altered() -> Refusal:
    return Refusal("file-altered", "This file was altered on disk.", "Restore it from a backup.")
