"""The nouns of what is recorded in the browser."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class Way(StrEnum):
    """How the recorder goes on: behind all, in between, or over what stands there, as long as it lasts."""

    ON = "on"
    INSERT = "insert"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a stretch that is heard, in milliseconds of the stretch."""

    stretch: int
    start: int
    end: int

    @property
    def long(self) -> str:
        """How long it is."""
        return told(self.end - self.start)


@dataclass(frozen=True, slots=True)
class Stretch:
    """What was recorded at one go: its number, ``ms`` of it stored, and where it belongs in what was there before.

    ``at`` is a millisecond of the stretch ``of``; where that is None, of all that was heard before. ``ahead`` is what
    was heard from there on when it began; where that is None, what is heard there now.
    """

    number: int
    ms: int
    way: Way = Way.ON
    at: int = 0
    of: int | None = None
    ahead: tuple[Span, ...] | None = None


@dataclass(frozen=True, slots=True)
class Take:
    """What somebody records in the browser and has not sent yet: its stretches, and what is heard of them, in order."""

    id: UUID
    begun_at: datetime
    stretches: tuple[Stretch, ...]
    spans: tuple[Span, ...]

    @property
    def seen(self) -> str:
        """How many milliseconds of each stretch are known: by it a page says later what it showed."""
        return ",".join(f"{one.number}:{one.ms}" for one in self.stretches)

    @property
    def long(self) -> str:
        """How much of it is heard."""
        return told(sum(one.end - one.start for one in self.spans))


@dataclass(frozen=True, slots=True)
class UnsentTake:
    """What somebody recorded about a visit and does not send."""

    author: str
    visit: str
    begun_at: datetime


def told(ms: int) -> str:
    """Minutes and seconds."""
    return f"{ms // 60_000}:{ms // 1000 % 60:02}"
