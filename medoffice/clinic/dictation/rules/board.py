"""What a supervisor looks for: who holds what, whose signature is waited for, when an author is reminded."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from medoffice.clinic.dictation.types.dictations import Dictation, State

REMINDED_AFTER = (24, 48, 72)  # hours; the last tells the manager too
DELINQUENT = timedelta(days=30)  # what waits so long is told apart; from field usage, unverified


@dataclass(frozen=True, slots=True)
class Hands:
    """What somebody has to type: how many, of them late or on hold, and since when the oldest waits."""

    owner_id: UUID
    owner: str
    count: int
    late: int
    held: int
    oldest: datetime


@dataclass(frozen=True, slots=True)
class Unsigned:
    """What waits for an author's signature: how many, since when the oldest does, how often they were reminded."""

    author_id: UUID
    author: str
    ones: Sequence[Dictation]
    since: datetime
    reminded: int

    @property
    def hours(self) -> int:
        """After how many hours they were reminded last; 0 if never."""
        return REMINDED_AFTER[self.reminded - 1] if self.reminded else 0

    def delinquent(self, now: datetime) -> int:
        """How many of them wait for a month or longer."""
        return sum(now - (one.ready_at or one.sent_at) >= DELINQUENT for one in self.ones)


def in_hands(open_ones: Iterable[Dictation], now: datetime) -> list[Hands]:
    """Who has what to type, the most late first, then the most."""
    found: dict[UUID, list[Dictation]] = {}
    for one in open_ones:
        if one.owner_id:
            found.setdefault(one.owner_id, []).append(one)
    hands = [
        Hands(
            owner_id, of[0].owner, len(of), sum(one.due_at <= now for one in of),
            sum(one.state is State.HELD for one in of), min(one.sent_at for one in of),
        )
        for owner_id, of in found.items()
    ]  # fmt: skip
    return sorted(hands, key=lambda one: (-one.late, -one.count, one.owner))


def unsigned(waiting: Iterable[Dictation]) -> list[Unsigned]:
    """Whose signature is waited for, whoever lets wait longest first."""
    found: dict[UUID, list[Dictation]] = {}
    for one in waiting:
        found.setdefault(one.author_id, []).append(one)
    lines = [
        Unsigned(
            author_id, of[0].author, of, min(one.ready_at or one.sent_at for one in of),
            max(one.reminded for one in of),
        )
        for author_id, of in found.items()
    ]  # fmt: skip
    return sorted(lines, key=lambda one: (one.since, one.author))


def reminders_due(ready_at: datetime, now: datetime) -> int:
    """How often an author is to have been reminded of what waits since then."""
    return sum(now - ready_at >= timedelta(hours=hours) for hours in REMINDED_AFTER)


def long(since: datetime, now: datetime) -> str:
    """How long something waits, in the greatest unit that says it."""
    minutes = max(0, round((now - since).total_seconds() / 60))
    if minutes < 90:
        return f"{minutes} min"
    return f"{round(minutes / 60)} h" if minutes < 48 * 60 else f"{round(minutes / 1440)} d"
