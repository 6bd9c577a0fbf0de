"""Secrets: the office's key ring in the data folder, and keys for each purpose derived from it (HKDF, RFC 5869).

``<data>/secret.key`` (mode 0600) holds 32 random bytes until the first rotation; from then on a few lines: the office,
then each key by its number (kid). The newest key is used for everything new. A retired key is gone but for what proves
the past: the key of the audit trail's stretch that was sealed with it. No Django and no database here.
"""

import hmac
import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from medoffice.kernel import private
from medoffice.kernel.refusals import Refusal

NAME = "secret.key"
AUDIT = "audit"  # the one purpose whose key outlives its master
_FIRST_LINE = b"MEDOFFICE KEYS 1\n"
_FEWEST_BYTES, _FEWEST_KINDS = 32, 16
_STATES = ("key", "retired")
_RESTORE = "Restore it from a backup (medoffice restore)."


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The office's keys by number: those that open things, and what is left of the retired ones."""

    office: str
    live: Mapping[int, bytes] = field(repr=False)
    retired: Mapping[int, bytes] = field(default_factory=dict, repr=False)

    @property
    def newest(self) -> int:
        """The number of the key that everything new is made with."""
        return max(self.live)

    def key(self, purpose: str, kid: int | None = None) -> bytes:
        """The 32-byte key for one purpose, of the newest or a named key. Raises Refusal if that key is not here."""
        kid = self.newest if kid is None else kid
        if not self.has(purpose, kid):
            raise Refusal("key-missing", f"The office does not have its key {kid} any more.", _RESTORE)
        return derived_key(self.live[kid], purpose) if kid in self.live else self.retired[kid]

    def has(self, purpose: str, kid: int) -> bool:
        """Whether the key of this number can still be used for the purpose."""
        return kid in self.live or (purpose == AUDIT and kid in self.retired)

    def seal(self, purpose: str, data: bytes, bound: bytes = b"") -> bytes:
        """Encrypt and authenticate a few bytes, bound to others; the answer names the key."""
        kid, nonce = self.newest.to_bytes(4, "big"), secrets.token_bytes(12)
        return kid + nonce + AESGCM(self.key(purpose)).encrypt(nonce, data, kid + bound)

    def open(self, purpose: str, told: bytes, bound: bytes = b"") -> bytes:
        """What ``seal`` was given. Raises Refusal if it was altered or its key is gone."""
        key = self.key(purpose, int.from_bytes(told[:4], "big"))
        try:
            return AESGCM(key).decrypt(told[4:16], told[16:], told[:4] + bound)
        except (InvalidTag, ValueError) as error:
            raise Refusal("seal-altered", "What was kept sealed was altered.", _RESTORE) from error

    def knows(self, other: "KeyRing") -> bool:
        """Whether everything the other ring's keys made can be read here or proved here: it is the same office's."""
        return self.office == other.office and all(
            self.has(AUDIT, kid) and hmac.compare_digest(self.key(AUDIT, kid), other.key(AUDIT, kid))
            for kid in other.live.keys() | other.retired.keys()
        )

    def with_new_key(self) -> "KeyRing":
        """The ring with one key more, which is the newest."""
        return KeyRing(self.office, {**self.live, self.newest + 1: secrets.token_bytes(32)}, self.retired)

    def with_newest_only(self) -> "KeyRing":
        """The ring whose older keys are retired."""
        gone = {kid: self.key(AUDIT, kid) for kid in self.live if kid != self.newest}
        return KeyRing(self.office, {self.newest: self.live[self.newest]}, {**self.retired, **gone})

    def with_keys_of(self, other: "KeyRing") -> "KeyRing":
        """The ring, able to open also what another ring's older keys made; its newest stays the newest."""
        older = {kid: key for kid, key in other.live.items() if kid < self.newest}
        return KeyRing(self.office, {**older, **self.live}, self.retired)

    def to_bytes(self) -> bytes:
        """As the file keeps it."""
        lines = [f"office {self.office}\n"]
        lines += [f"{kid} retired {key.hex()}\n" for kid, key in sorted(self.retired.items())]
        lines += [f"{kid} key {key.hex()}\n" for kid, key in sorted(self.live.items())]
        return _FIRST_LINE + "".join(lines).encode()


def read_ring(data: bytes) -> KeyRing:
    """The ring a file holds: the lines, or the 32 bytes of before the first rotation. Raises Refusal for a weak one."""
    if not data.startswith(_FIRST_LINE):
        _refuse_weak(data)
        return KeyRing(derived_key(data, "office").hex(), {1: data})
    try:
        words = [line.split(" ") for line in data.removeprefix(_FIRST_LINE).decode().splitlines()]
        _, office = words[0]
        keys: dict[str, dict[int, bytes]] = {state: {} for state in _STATES}
        for kid, state, key in words[1:]:
            keys[state][int(kid)] = bytes.fromhex(key)
        newest = keys["key"][max(keys["key"])]
    except (ValueError, KeyError, IndexError) as error:
        raise Refusal("secret-altered", f"The office's key ring ({NAME}) was altered.", _RESTORE) from error
    _refuse_weak(newest)
    return KeyRing(office, keys["key"], keys["retired"])


def key_ring(data_dir: Path) -> KeyRing:
    """The office's keys, from ``<data>/secret.key``; made once with mode 0600.

    A data folder that cannot be written (file commands run by anyone) gives a ring for this process only. Raises
    Refusal if the file is open to others, or holds what is no secret.
    """
    path = data_dir / NAME
    if not path.exists():
        try:
            data_dir.mkdir(mode=0o711, parents=True, exist_ok=True)
            partial = data_dir / f".{NAME}.{os.getpid()}.{secrets.token_hex(4)}"
            private.write(partial, secrets.token_bytes(32))
            _publish(partial, path)
        except OSError:
            return read_ring(secrets.token_bytes(32))
    refuse_open(path)
    return read_ring(path.read_bytes())


def keep_ring(data_dir: Path, ring: KeyRing) -> None:
    """Put the ring in the place of the one before, in one step."""
    private.write(data_dir / NAME, ring.to_bytes())


def refuse_open(path: Path) -> None:
    """Raises Refusal if others of this machine may read a key file."""
    mode = path.stat().st_mode
    if mode & private.OTHERS:
        words = f"Others may read the key file {path} (mode {mode & 0o777:04o})."
        raise Refusal("secret-open", words, f"Run chmod 600 {path}; if others use this machine, make a new key.")


def weakness(secret: bytes) -> str:
    """Why these bytes are no secret, in words; empty if nothing speaks against them."""
    if len(secret) < _FEWEST_BYTES:
        return f"it has {len(secret)} bytes, and {_FEWEST_BYTES} random ones are needed"
    if all(byte in b"\t\n\r" or 0x20 <= byte < 0x7F for byte in secret):
        return "it is text, which can be guessed"
    if len(set(secret[:256])) < _FEWEST_KINDS:
        return "the same few bytes come again and again"
    if len({(after - before) % 256 for before, after in pairwise(secret)}) < _FEWEST_KINDS:
        return "its bytes follow a pattern"
    return ""


def _refuse_weak(secret: bytes) -> None:
    why = weakness(secret)
    if why:
        fix = f"{_RESTORE} A new office makes a good one by itself: remove the file before the first start."
        raise Refusal("secret-weak", f"The office's secret ({NAME}) is none: {why}.", fix)


def _publish(partial: Path, path: Path) -> None:
    """Give the finished file its name unless another process was first."""
    try:
        os.link(partial, path)
    except FileExistsError:
        pass
    finally:
        partial.unlink()


def derived_key(master: bytes, purpose: str) -> bytes:
    """A 32-byte key for one purpose; keys for different purposes tell nothing of each other."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"medoffice " + purpose.encode()).derive(master)
