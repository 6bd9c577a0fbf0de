"""Secrets: one master secret in the data folder, and keys for each purpose derived from it (HKDF, RFC 5869)."""

import os
import secrets
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_NAME = "secret.key"


def master_secret(data_dir: Path) -> bytes:
    """The office's 32-byte master secret, from ``<data>/secret.key``; made once with mode 0600.

    A data folder that cannot be written (file commands run by anyone) gives a secret for this process only.
    Raises ValueError if the file is there but too short.
    """
    path = data_dir / _NAME
    if not path.exists():
        try:
            data_dir.mkdir(parents=True, exist_ok=True)
            partial = data_dir / f".{_NAME}.{os.getpid()}.{secrets.token_hex(4)}"
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(secrets.token_bytes(32))
                file.flush()
                os.fsync(file.fileno())
            _publish(partial, path)
        except OSError:
            return secrets.token_bytes(32)
    secret = path.read_bytes()
    if len(secret) < 32:
        raise ValueError(f"the secret in {path} is too short; restore it from a backup")
    return secret


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
