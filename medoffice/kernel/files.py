"""Files: scans, wire files, PDFs. Content-addressed by SHA-256 and encrypted with AES-256-GCM on disk.

Each file has a data key of its own, wrapped by the office's files key; the content hash is authenticated, so a flipped
byte is refused. Storing is idempotent: the same bytes are kept once.
"""

import hashlib
import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from medoffice.kernel import clock
from medoffice.kernel.models import StoredFile
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current

_MAGIC = b"MOF1"


def store(data: bytes, media_type: str) -> str:
    """Keep these bytes (on disk before this returns) and return their SHA-256 in hex."""
    digest = hashlib.sha256(data).hexdigest()
    path = _path(digest)
    if not path.exists():
        key, nonce, wrap_nonce = secrets.token_bytes(32), secrets.token_bytes(12), secrets.token_bytes(12)
        wrapped = AESGCM(settings.FILES_KEY).encrypt(wrap_nonce, key, digest.encode())
        body = AESGCM(key).encrypt(nonce, data, digest.encode())
        _write(path, _MAGIC + wrap_nonce + wrapped + nonce + body)
    StoredFile.objects.get_or_create(
        sha256=digest, defaults={"size": len(data), "media_type": media_type, "stored_at": clock.now()}
    )
    return digest


def load(digest: str) -> bytes:
    """The bytes with this SHA-256. Raises Refusal if the file is missing or was altered."""
    try:
        sealed = _path(digest).read_bytes()
        wrap_nonce, wrapped, nonce, body = sealed[4:16], sealed[16:64], sealed[64:76], sealed[76:]
        key = AESGCM(settings.FILES_KEY).decrypt(wrap_nonce, wrapped, digest.encode())
        return AESGCM(key).decrypt(nonce, body, digest.encode())
    except FileNotFoundError as error:
        raise Refusal("file-missing", "This file is not in the store.", "Restore it from a backup.") from error
    except InvalidTag as error:
        raise Refusal("file-altered", "This file was altered on disk.", "Restore it from a backup.") from error


def forget_unrecorded(data: bytes) -> None:
    """Remove from the disk what was stored by an act that was taken back: bytes that no row names."""
    digest = hashlib.sha256(data).hexdigest()
    if not StoredFile.objects.filter(sha256=digest).exists():
        _path(digest).unlink(missing_ok=True)


def folder() -> Path:
    """Where the current world's files are."""
    return Path(settings.DATA_DIR) / "files" / current.name()


def _path(digest: str) -> Path:
    return folder() / digest[:2] / digest


def _write(path: Path, data: bytes) -> None:
    """Write, sync and name the file in one step, so a crash leaves all or nothing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    partial.replace(path)
