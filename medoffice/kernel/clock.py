"""The clock of the current world: real, offset, or frozen. The only module that asks the machine what time it is.

The day, the tests and the practicum move it; nothing else in the house calls ``now``, in code, SQL or defaults.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from medoffice.kernel.worlds import current


def now() -> datetime:
    """The world's present instant, aware UTC. Raises NoWorld outside any world."""
    facts = current.facts()
    if facts.clock_mode == "frozen" and facts.clock_frozen_at is not None:
        return facts.clock_frozen_at
    return datetime.now(UTC) + facts.clock_offset


def today(zone: ZoneInfo) -> date:
    """The world's present date in a zone."""
    return now().astimezone(zone).date()


def zone(name: str) -> ZoneInfo:
    """An IANA time zone by name."""
    return ZoneInfo(name)


def real_now() -> datetime:
    """The machine's instant: for things outside any world, such as a file's name or a file command's default."""
    return datetime.now(UTC)


def real_today() -> date:
    """The machine's local date, for commands that need no world."""
    return datetime.now().astimezone().date()


def freeze(at: datetime) -> None:
    """Stop the world's clock at an instant, for everybody in that world."""
    _set(clock_mode="frozen", clock_frozen_at=at.astimezone(UTC), clock_offset_seconds=0)


def run_from(at: datetime) -> None:
    """Let the world's clock run from an instant on; it never shows an earlier one."""
    offset = ceil((at - datetime.now(UTC)).total_seconds())
    _set(clock_mode="offset", clock_frozen_at=None, clock_offset_seconds=offset)


def run_real() -> None:
    """Let the world's clock show the machine's time."""
    _set(clock_mode="real", clock_frozen_at=None, clock_offset_seconds=0)


def advance(by: timedelta) -> None:
    """Move a frozen clock on. Raises ValueError if the clock is not frozen or would go back."""
    facts = current.facts()
    if facts.clock_frozen_at is None or by < timedelta(0):
        raise ValueError("only a frozen clock is moved, and only forward")
    freeze(facts.clock_frozen_at + by)


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Freeze the clock within a block, then let it run as it did (tests)."""
    before = current.facts()
    freeze(at)
    try:
        yield
    finally:
        offset = round(before.clock_offset.total_seconds())
        _set(clock_mode=before.clock_mode, clock_frozen_at=before.clock_frozen_at, clock_offset_seconds=offset)


def _set(**columns: object) -> None:
    from medoffice.kernel.worlds.models import World

    World.objects.update(**columns)
    current.forget_facts()
