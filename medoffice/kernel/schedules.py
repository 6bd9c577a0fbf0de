"""When a job is due by itself, by the clock of the world: every so often, once a day, or whenever something waits.

A duty that was missed - the office was closed, the clock was moved by days - is done once, not once for each time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

_zone: list[Callable[[], ZoneInfo]] = []


class Schedule(Protocol):
    """A rule that says when a job is due."""

    timed: bool

    def is_due(self, now: datetime, last: datetime | None) -> bool:
        """Whether it is due now, given when it last was; None if never (or the clock went back)."""


@dataclass(frozen=True, slots=True)
class _Every:
    period: timedelta
    timed = True

    def is_due(self, now: datetime, last: datetime | None) -> bool:
        return last is None or now - last >= self.period


@dataclass(frozen=True, slots=True)
class _Daily:
    at: time
    timed = True

    def is_due(self, now: datetime, last: datetime | None) -> bool:
        return last is not None and last < self._latest(now)

    def _latest(self, now: datetime) -> datetime:
        """The last time it was this time of day."""
        here = now.astimezone(local_zone())
        today = datetime.combine(here.date(), self.at, here.tzinfo).astimezone(UTC)
        yesterday = datetime.combine(here.date() - timedelta(days=1), self.at, here.tzinfo).astimezone(UTC)
        return today if today <= now else yesterday


@dataclass(frozen=True, slots=True)
class _Whenever:
    waits: Callable[[], bool]
    timed = False

    def is_due(self, now: datetime, last: datetime | None) -> bool:  # noqa: ARG002 - as in Schedule
        return self.waits()


def every(*, seconds: float = 0, minutes: float = 0, hours: float = 0) -> Schedule:
    """Due when so much time has passed since it last was, and at once in a new world."""
    return _Every(timedelta(seconds=seconds, minutes=minutes, hours=hours))


def daily(at: str) -> Schedule:
    """Due once a day at a time on the office's wall, ``"01:30"``; in a new world first when that time next comes."""
    return _Daily(time.fromisoformat(at))


def whenever(waits: Callable[[], bool]) -> Schedule:
    """Due when something waits: a cheap look, taken about every second. The job must leave nothing that is ready."""
    return _Whenever(waits)


def register_local_zone(zone: Callable[[], ZoneInfo]) -> None:
    """Say whose wall clock ``daily`` goes by, in the current world."""
    _zone[:] = [zone]


def local_zone() -> ZoneInfo:
    """The zone of the office in the current world; UTC if nobody said."""
    return _zone[0]() if _zone else ZoneInfo("UTC")
