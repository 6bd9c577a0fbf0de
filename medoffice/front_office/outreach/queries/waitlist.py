"""Reads of the waitlist: who waits, whom a free time suits, what was offered."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.outreach import models
from medoffice.front_office.outreach.rules.waitlist import matches
from medoffice.front_office.outreach.types.waitlist import (
    FreeTime,
    Match,
    Offer,
    OfferState,
    Urgency,
    Waiter,
    WaitState,
)
from medoffice.front_office.scheduling.api import appointment, why_not
from medoffice.front_office.scheduling.types import OPEN, Search
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import site
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def waiting(actor: Actor) -> list[Waiter]:
    """Who waits, in the order in which they would be asked. One query."""
    rows = models.Waiter.objects.filter(state=WaitState.WAITING)
    rows = permitted(actor, "outreach.waitlist", rows, visit="").order_by("-urgency", "since", "id")
    return [to_waiter(row) for row in rows]


def suited(actor: Actor, free: FreeTime, limit: int = 5, but_for: UUID | None = None) -> list[Match]:
    """Whom a time suits and the schedule would take then, first who is asked first; as if ``but_for`` were not booked.

    Two queries, and those of ``why_not`` for each kind of visit that is waited for, up to ``limit`` people.
    """
    asked = set(
        models.Offer.objects.filter(provider_id=free.provider_id, starts=free.starts).values_list(
            "waiter_id", flat=True
        )
    )
    fits: dict[str, bool] = {}
    found = []
    for match in matches(waiting(actor), free, clock.now()):
        kind = match.waiter.kind
        if match.waiter.id in asked or _same_time(match.waiter, free):
            continue
        if kind not in fits:
            fits[kind] = not why_not(Search(kind, (free.provider_id,), (free.site_id,)), free.starts, but_for)
        if fits[kind]:
            found.append(match)
        if len(found) == limit:
            break
    return found


def free_time(provider_id: UUID, site_id: UUID, starts: datetime, ends: datetime) -> FreeTime:
    """A time as the waitlist looks at it. One query."""
    return FreeTime(provider_id, site_id, starts, ends, starts.astimezone(ZoneInfo(site(site_id).zone)))


def waiter(actor: Actor, waiter_id: UUID) -> Waiter:
    """Somebody on the waitlist. Raises NotFound. Two queries."""
    rows = models.Waiter.objects.filter(id=waiter_id)
    row = permitted(actor, "outreach.waitlist", rows, visit="").first()
    if row is None:
        raise NotFound
    return to_waiter(row)


def offers_of(waiter_ids: Iterable[UUID]) -> dict[UUID, list[Offer]]:
    """What was offered to each of these, latest first. One query."""
    found: dict[UUID, list[Offer]] = {}
    rows = models.Offer.objects.filter(waiter_id__in=list(waiter_ids)).select_related("waiter")
    for row in rows.order_by("-made_at", "-id"):
        found.setdefault(row.waiter_id, []).append(to_offer(row))
    return found


def offer(offer_id: UUID) -> Offer:
    """An offer. Raises NotFound. One query."""
    row = models.Offer.objects.filter(id=offer_id).select_related("waiter").first()
    if row is None:
        raise NotFound
    return to_offer(row)


def offers_for(provider_id: UUID, starts: datetime) -> list[Offer]:
    """To whom a time was offered, first to last. One query."""
    rows = models.Offer.objects.filter(provider_id=provider_id, starts=starts).select_related("waiter")
    return [to_offer(row) for row in rows.order_by("made_at", "id")]


def overdue() -> list[UUID]:
    """The open offers whose time is over. One query."""
    rows = models.Offer.objects.filter(state=OfferState.OPEN, until__lte=clock.now())
    return list(rows.order_by("until", "id").values_list("id", flat=True))


def gives_up(waiter: Waiter, starts: datetime) -> bool:
    """Whether their other visit still stands, later than this time. One query, none without one."""
    if waiter.instead_of is None:
        return False
    other = appointment(waiter.instead_of)
    return other.state in OPEN and other.starts > starts


def _same_time(one: Waiter, free: FreeTime) -> bool:
    """Whether they would be moved to an earlier time that is none."""
    return one.instead_of is not None and not gives_up(one, free.starts)


def to_waiter(row: models.Waiter) -> Waiter:
    """A row as the noun."""
    return Waiter(
        id=row.id,
        patient_id=row.patient_id,
        kind=row.visit_type_id,
        provider_ids=tuple(row.provider_ids),
        weekdays=tuple(row.weekdays),
        not_before=row.not_before,
        not_after=row.not_after,
        notice_hours=row.notice_hours,
        from_day=row.from_day,
        to_day=row.to_day,
        urgency=Urgency(row.urgency),
        why=row.why,
        since=row.since,
        state=WaitState(row.state),
        instead_of=row.instead_of_id,
    )


def to_offer(row: models.Offer) -> Offer:
    """A row as the noun; needs ``waiter``."""
    return Offer(
        id=row.id,
        waiter_id=row.waiter_id,
        patient_id=row.waiter.patient_id,
        provider_id=row.provider_id,
        site_id=row.site_id,
        starts=row.starts,
        ends=row.ends,
        state=OfferState(row.state),
        made_at=row.made_at,
        until=row.until,
        appointment_id=row.appointment_id,
    )
