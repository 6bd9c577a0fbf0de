"""A sealed file: a stream encrypted and authenticated with AES-256-GCM, chunk by chunk, under a passphrase or key file.

Layout: a magic line; the header's length and the header (JSON: how the key is derived, with a fresh salt, so that no
key is used twice); then chunks, each with its length. The header is authenticated with every chunk, a chunk's place and
whether it is the last are its nonce: nothing can be changed, moved, cut off or added. No Django and no database here.
"""

import hashlib
import json
import secrets
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from medoffice.kernel.refusals import Refusal

MAGIC: Final = b"MEDOFFICE SEALED 1\n"
CHUNK: Final = 1 << 20
SHORTEST_PASSPHRASE: Final = 15
_TAG, _CHECK = 16, 16
SCRYPT_COST: Final = 1 << 17  # RFC 7914 with r=8: 128 MiB, some tenths of a second
_COSTS = range(1 << 12, (1 << 20) + 1)


@dataclass(frozen=True, slots=True)
class Key:
    """What opens a sealed file; made by ``passphrase`` or ``key_file``."""

    kind: str
    secret: bytes = field(repr=False)
    cost: int = SCRYPT_COST


def passphrase(words: str) -> Key:
    """A key from words a person keeps; the same words typed on any keyboard are the same key. Raises Refusal."""
    if len(words) < SHORTEST_PASSPHRASE:
        fix = f"Use {SHORTEST_PASSPHRASE} characters or more; several words are easy to keep."
        raise Refusal("passphrase-short", "The passphrase is too short.", fix)
    return Key("scrypt", unicodedata.normalize("NFKC", words).encode())


def key_file(path: Path) -> Key:
    """A key from a file of at least 32 random bytes, such as ``head -c 32 /dev/urandom`` makes. Raises Refusal."""
    try:
        secret = path.read_bytes()
    except OSError as error:
        raise Refusal("key-file", f"The key file {path} cannot be read.", "Name the right file.") from error
    if len(secret) < 32:
        raise Refusal("key-file", f"The key file {path} is too short.", "It needs 32 random bytes or more.")
    return Key("hkdf", secret)


class SealedWriter:
    """Write bytes into a sealed file; ``close`` writes the last chunk, without which the file is not whole."""

    def __init__(self, out: BinaryIO, key: Key) -> None:
        """Begin a sealed file in ``out``, which stays open."""
        salt = secrets.token_bytes(32)
        secret, check = _derive(key.kind, key.secret, salt, key.cost)
        header = {"kdf": key.kind, "cost": key.cost, "salt": salt.hex(), "check": check.hex()}
        text = json.dumps(header, sort_keys=True).encode()
        self._out, self._buffer, self._count = out, bytearray(), 0
        self._cipher, self._bound = AESGCM(secret), hashlib.sha256(MAGIC + text).digest()
        out.write(MAGIC + len(text).to_bytes(4, "big") + text)

    def write(self, data: bytes) -> None:
        """Add bytes."""
        self._buffer += data
        while len(self._buffer) > CHUNK:
            self._put(bytes(self._buffer[:CHUNK]), last=False)
            del self._buffer[:CHUNK]

    def close(self) -> None:
        """End the file."""
        self._put(bytes(self._buffer), last=True)
        self._buffer.clear()

    def _put(self, data: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._count, last=last), data, self._bound)
        self._out.write(len(sealed).to_bytes(4, "big") + sealed)
        self._count += 1


class SealedReader:
    """Read a sealed file. Raises Refusal, in words, for a wrong key and for any change to the file."""

    def __init__(self, source: BinaryIO, key: Key) -> None:
        """Read and check the header."""
        if source.read(len(MAGIC)) != MAGIC:
            raise Refusal("not-a-backup", "This file is not a backup of medoffice.", "Choose another file.")
        text = _whole(source, _length(source, 4096))
        kind, cost, salt, check = _header(text)
        if kind != key.kind:
            kept = "passphrase" if kind == "scrypt" else "key file"
            raise Refusal("wrong-key", f"This file opens with a {kept}.", f"Give the {kept} it was made with.")
        secret, found = _derive(kind, key.secret, salt, cost)
        if not secrets.compare_digest(found, check):
            raise Refusal("wrong-key", "This key does not open the file.", "Give the one it was made with.")
        self._source, self._buffer, self._count = source, bytearray(), 0
        self._first = source.tell() if source.seekable() else 0
        self._cipher, self._bound = AESGCM(secret), hashlib.sha256(MAGIC + text).digest()
        self._next = _length(source, CHUNK + _TAG)

    def read(self, size: int) -> bytes:
        """The next ``size`` bytes; fewer only at the end, which is authenticated too."""
        while len(self._buffer) < size and self._next:
            self._take()
        data = bytes(self._buffer[:size])
        del self._buffer[:size]
        return data

    def seek(self, at: int) -> None:
        """Go on from this byte, in a source that can do so: every chunk but the last is as long as any other."""
        self._count, within = divmod(at, CHUNK)
        self._source.seek(self._first + self._count * (4 + CHUNK + _TAG))
        self._buffer.clear()
        self._next = _length(self._source, CHUNK + _TAG, may_end=True)
        self.read(within)

    def _take(self) -> None:
        sealed = _whole(self._source, self._next)
        self._next = _length(self._source, CHUNK + _TAG, may_end=True)
        try:
            self._buffer += self._cipher.decrypt(_nonce(self._count, last=not self._next), sealed, self._bound)
        except (InvalidTag, ValueError) as error:
            raise altered() from error
        self._count += 1


def altered() -> Refusal:
    """The words for a file that is not as it was written."""
    return Refusal("backup-altered", "The file was altered or is not complete.", "Use another copy of the backup.")


def _length(source: BinaryIO, most: int, *, may_end: bool = False) -> int:
    """A four-byte length that must be there, except (0) at the end of the file."""
    told = source.read(4)
    if not told and may_end:
        return 0
    length = int.from_bytes(told, "big")
    if len(told) != 4 or not 0 < length <= most:
        raise altered()
    return length


def _whole(source: BinaryIO, length: int) -> bytes:
    """As many bytes as a length says; a longer length than what is left is a change too."""
    data = source.read(length)
    if len(data) != length:
        raise altered()
    return data


def _header(text: bytes) -> tuple[str, int, bytes, bytes]:
    try:
        told = json.loads(text)
        kind, cost = str(told["kdf"]), int(told["cost"])
        salt, check = bytes.fromhex(told["salt"]), bytes.fromhex(told["check"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise altered() from error
    if kind not in ("scrypt", "hkdf") or cost not in _COSTS or cost & (cost - 1):
        raise altered()
    return kind, cost, salt, check


def _derive(kind: str, secret: bytes, salt: bytes, cost: int) -> tuple[bytes, bytes]:
    """The key of one file, and bytes that tell a wrong key from an altered file."""
    size = 32 + _CHECK
    if kind == "scrypt":
        made = Scrypt(salt=salt, length=size, n=cost, r=8, p=1).derive(secret)
    else:
        made = HKDF(algorithm=SHA256(), length=size, salt=salt, info=b"medoffice sealed file").derive(secret)
    return made[:32], made[32:]


def _nonce(count: int, *, last: bool) -> bytes:
    return count.to_bytes(11, "big") + bytes([last])
