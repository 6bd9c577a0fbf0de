"""Read-only mode: nothing is changed while the disk is nearly full or the audit trail cannot be written.

Reading goes on as long as the audit trail can say who read. Nothing switches the mode on or off: it is looked at again
every few seconds, so it begins and ends by itself. Every action asks first; the worker rests meanwhile.
"""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from medoffice.kernel.refusals import Unavailable

SHARE, LEAST, MOST = 20, 100_000_000, 2_000_000_000  # a twentieth of the disk, within these bytes
LOOK_SECONDS, AUDIT_REST_SECONDS = 2.0, 10.0
_WAIT = "What you typed is kept on this page: send it again when the notice is gone."


@dataclass(frozen=True, slots=True)
class Space:
    """The room on the disk of the data folder, and the limit below which nothing is changed; bytes."""

    free: int
    limit: int

    @property
    def short(self) -> bool:
        """Whether there is too little."""
        return self.free < self.limit


@dataclass(slots=True)
class _Seen:
    """What was seen last, by the monotonic clock."""

    looked: float = float("-inf")
    words: str = ""
    audit_failed: float = float("-inf")


_seen = _Seen()


def why() -> str:
    """Why the office is read-only now, in words; empty if it is not."""
    now = time.monotonic()
    if now - _seen.audit_failed < AUDIT_REST_SECONDS:
        return "The audit trail cannot be written."
    if now - _seen.looked >= LOOK_SECONDS:
        _seen.looked, _seen.words = now, _look()
    return _seen.words


def refuse() -> None:
    """Raises Unavailable while the office is read-only."""
    words = why()
    if words:
        raise Unavailable("read-only", f"{words} Nothing can be changed for now.", _WAIT)


def audit_failed() -> None:
    """An event of the audit trail could not be written: nothing is changed for some seconds, then it is tried again."""
    _seen.audit_failed = time.monotonic()


def space() -> Space:
    """The room on the disk of the data folder. Raises OSError if there is none."""
    disk = os.statvfs(settings.DATA_DIR)
    limit = min(max(disk.f_blocks * disk.f_frsize // SHARE, LEAST), MOST)
    return Space(disk.f_bavail * disk.f_frsize, settings.LEAST_FREE_BYTES or limit)


def _look() -> str:
    data = Path(settings.DATA_DIR)
    heads = data / "audit"
    try:
        found, locked = space(), os.statvfs(data).f_flag & os.ST_RDONLY
    except OSError:
        return "The data folder cannot be reached."
    if locked or not os.access(heads if heads.exists() else data, os.W_OK):
        return "The data folder cannot be written."
    return f"The disk is nearly full ({found.free // 1_000_000} MB are free)." if found.short else ""
