"""Rotation of the office's key: a new one for everything new, and nothing left that needs the one before.

The order makes it safe to end it at any moment and call it again: the new key is on disk before anything is made with
it, an older one is retired when nothing is left that it opens. While it runs there are two live keys on the ring; that
is how the next call knows that it goes on with what was begun. Rooms that keep something sealed in the database
register how it is sealed again. Nobody may work meanwhile: a running program would go on with the key it started with.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from medoffice.kernel import files, secrets
from medoffice.kernel.secrets import KeyRing
from medoffice.kernel.worlds import catalog, current

Resealing = Callable[[KeyRing], int]
_resealing: list[Resealing] = []


@dataclass(frozen=True, slots=True)
class Rotated:
    """What a rotation did: the number of the new key, and how much was sealed or wrapped again."""

    kid: int
    files: int
    rows: int
    resumed: bool


def register_resealing(do: Resealing) -> None:
    """Say how what a room keeps sealed in the current world's rows is sealed again with a ring's newest key.

    ``do`` gets a ring that opens the old as well, changes only what is not of the newest key, and returns how many.
    """
    _resealing.append(do)


def rotate() -> Rotated:
    """Rotate, or end a rotation that was interrupted. Raises Refusal if a file cannot be opened: both keys stay."""
    data, ring = Path(settings.DATA_DIR), settings.KEYS
    resumed = len(ring.live) > 1
    if not resumed:
        ring = _keep(data, ring.with_new_key())
    wrapped = sum(files.rewrap(path, ring) for path in files.everywhere())
    rows = 0
    if settings.DATABASE_KEY:  # a server of the office's own choice: each world's login gets its password anew
        settings.DATABASE_KEY = ring.key("database")
    for world in catalog.worlds():
        catalog.ensure_migrated(world)
        with current.use(world, current.OWNER):
            rows += reseal(ring)
    _keep(data, ring.with_newest_only())
    return Rotated(ring.newest, wrapped, rows, resumed)


def reseal(ring: KeyRing) -> int:
    """Seal again with the newest key what the current world keeps sealed with an older one; returns how much."""
    return sum(do(ring) for do in _resealing)


def _keep(data: Path, ring: KeyRing) -> KeyRing:
    secrets.keep_ring(data, ring)
    settings.KEYS = ring
    return ring
