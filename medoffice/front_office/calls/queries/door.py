"""Reads of what rings, who is on call, what was handed over, and the messages that were brought in."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from medoffice.front_office.calls import models
from medoffice.front_office.calls.types import RingTold
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.types import Actor

RINGS_FOR = timedelta(seconds=90)
ANSWERED_IN = timedelta(minutes=5)  # who answers without saying which ring it is has written the call down by then


@dataclass(frozen=True, slots=True)
class Turn:
    """Who is on call from when until when."""

    id: UUID
    name: str
    phone: str
    starts: datetime
    ends: datetime
    now: bool


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed over, and whether it was read back."""

    id: UUID
    to: str
    mine: bool
    words: str
    calls: list[UUID]
    by: str
    at: datetime
    read_back: str
    accepted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Brought:
    """A file of messages as it was brought in."""

    id: UUID
    name: str
    taken: int
    known: int
    by: str
    at: datetime
    errors: list[tuple[int, str]] = field(default_factory=list)


def ringing() -> list[RingTold]:
    """What rings now, latest first. One query."""
    rows = models.Ring.objects.filter(call=None, rang_at__gt=clock.now() - RINGS_FOR).order_by("-rang_at", "-id")
    return [RingTold(row.id, row.phone, row.line, row.rang_at) for row in rows[:5]]


def unanswered() -> list[RingTold]:
    """What rang a while ago, was not answered and not looked at since, first to last. One query."""
    rows = models.Ring.objects.filter(call=None, seen_to=False, rang_at__lte=clock.now() - ANSWERED_IN)
    return [RingTold(row.id, row.phone, row.line, row.rang_at) for row in rows.order_by("rang_at", "id")]


def ring(ring_id: UUID) -> RingTold:
    """A ring. Raises NotFound. One query."""
    row = models.Ring.objects.filter(id=ring_id).first()
    if row is None:
        raise NotFound
    return RingTold(row.id, row.phone, row.line, row.rang_at)


def door_is_open() -> bool:
    """Whether the telephone system may tell of rings. One query."""
    return any(bytes(row.secret) for row in models.PhoneDoor.objects.all())


def turns(days: int = 14) -> list[Turn]:
    """Who is on call now and in the days ahead, soonest first. One query."""
    now = clock.now()
    rows = models.OnCall.objects.filter(ends__gt=now, starts__lt=now + timedelta(days=days)).select_related("staff")
    return [
        Turn(row.id, row.staff.name, row.phone, row.starts, row.ends, row.starts <= now)
        for row in rows.order_by("starts")
    ]


def hand_offs(actor: Actor, limit: int = 10) -> list[Handed]:
    """What was handed over lately, latest first; what waits for this person stands first. One query."""
    rows = models.HandOff.objects.select_related("to").order_by("-at", "-id")[:limit]
    found = [
        Handed(
            row.id,
            row.to.name,
            row.to_id == actor.id,
            row.words,
            row.calls,
            row.by,
            row.at,
            row.read_back,
            row.accepted_at,
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: not (one.mine and one.accepted_at is None))


def brought(limit: int = 10) -> list[Brought]:
    """The last files of messages, latest first. One query."""
    rows = models.MessageFile.objects.order_by("-at", "-id")[:limit]
    return [
        Brought(row.id, row.name, row.taken, row.known, row.by, row.at, [(line, words) for line, words in row.errors])
        for row in rows
    ]
