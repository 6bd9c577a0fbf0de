"""Placing a booking: what it needs is locked, asked for, and held, all of it or nothing. Shared by what books."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction

from medoffice.front_office.scheduling.actions.holds import break_holds, end_hold, end_old_holds, lock_day
from medoffice.front_office.scheduling.actions.rows import booked_rows
from medoffice.front_office.scheduling.models import Holding
from medoffice.front_office.scheduling.queries.supply import find_next, office_day
from medoffice.front_office.scheduling.queries.units import visit_type
from medoffice.front_office.scheduling.rules.supply import OfficeDay
from medoffice.front_office.scheduling.types import Search, VisitType, Why
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.api import next_number, site
from medoffice.records.coverage.api import cases_on
from medoffice.security.api import carry_labels, record, require
from medoffice.security.types import Actor


@dataclass(frozen=True, slots=True)
class Wanted:
    """A booking as it is asked for. ``also`` are further people it needs; ``overbook`` says why beyond capacity.

    Without a ``reason`` it is for what its kind says.
    ``hold_id`` is the hold that kept the time for it; ``despite`` says why it is taken from somebody it is held for.
    """

    patient_id: UUID
    provider_id: UUID
    site_id: UUID
    starts: datetime
    kind: str
    reason: str
    call_id: UUID | None = None
    walk_in: bool = False
    overbook: str = ""
    also: tuple[UUID, ...] = ()
    series_id: UUID | None = None
    case_id: UUID | None = None
    hold_id: UUID | None = None
    despite: str = ""


def place_booking(actor: Actor, wanted: Wanted) -> UUID:
    """The booking itself, inside the act of whoever books. Raises the refusals of ``book``."""
    kind = visit_type(wanted.kind)
    _refuse_other_case(wanted)
    minutes, places, over = (kind.minutes, [], "") if wanted.walk_in else _placed(actor, wanted, kind)
    booked = booked_rows(
        number=next_number("A"),
        patient_id=wanted.patient_id,
        provider_id=wanted.provider_id,
        site_id=wanted.site_id,
        starts=wanted.starts,
        minutes=minutes,
        kind=wanted.kind,
        reason=wanted.reason.strip() or kind.name,
        call_id=wanted.call_id,
        walk_in=wanted.walk_in,
        by=actor.name,
        at=clock.now(),
        places=places,
        overbooked=over,
        series_id=wanted.series_id,
        case_id=wanted.case_id,
    )
    try:
        with transaction.atomic():
            booked.row.save(force_insert=True)
            Holding.objects.bulk_create(booked.holdings)
    except IntegrityError as error:
        if "one_walk_in_at_a_time" in str(error):
            words = "This patient has been taken as a walk-in already."
            raise Refusal("walked-in-already", words, "Look for the visit on the board.") from error
        if "no_lane_held_twice" not in str(error):
            raise
        raise _refused(Why("slot-taken", "This time was taken a moment ago."), wanted) from error
    booked.change.save(force_insert=True)
    if wanted.call_id:
        carry_labels(wanted.call_id, booked.row.id)
    record("appointment", booked.row.id, subjects=[wanted.patient_id])
    if over:
        record(overbooked=True)
    return booked.row.id


def _refuse_other_case(wanted: Wanted) -> None:
    """A visit is billed to a case of its patient that is open on its day, or to none."""
    if wanted.case_id is None:
        return
    on = wanted.starts.astimezone(ZoneInfo(site(wanted.site_id).zone)).date()
    if wanted.case_id not in {one.id for one in cases_on(wanted.patient_id, on)}:
        words = "This case is not the patient's, or not open on that day."
        raise Refusal("case-not-theirs", words, "Open the case, or bill the visit otherwise.")


def place_all(actor: Actor, wanted: Iterable[Wanted]) -> list[UUID]:
    """Several bookings, in order: all of them or nothing. Raises Refusal with every one that cannot be."""
    made, lost = [], []
    for one in wanted:
        try:
            made.append(place_booking(actor, one))
        except NotFound:
            raise
        except Refusal as refusal:
            zone = ZoneInfo(site(one.site_id).zone)
            lost.append((f"{one.starts.astimezone(zone):%a %m/%d %-I:%M %p}", refusal.words))
    if lost:
        told = "; ".join(f"{label}: {words}" for label, words in lost)
        words = f"{len(lost)} of {len(lost) + len(made)} times are not free. {told}"
        raise Refusal("series-not-free", words, "Choose other times for these; nothing was booked.", {"dates": lost})
    return made


def _placed(actor: Actor, wanted: Wanted, kind: VisitType) -> tuple[int, list[tuple[UUID, int]], str]:
    """The minutes, the lane of each unit, and why it is beyond capacity, if it is."""
    place = site(wanted.site_id)
    on = wanted.starts.astimezone(ZoneInfo(place.zone)).date()
    lock_day([wanted.provider_id, *wanted.also], wanted.site_id, kind, on)
    end_old_holds()
    if wanted.hold_id:
        end_hold(wanted.hold_id)
    day = office_day(kind, wanted.provider_id, wanted.site_id, wanted.starts, also=wanted.also)
    why = day.why_not(wanted.starts)
    if not why:
        places = day.places(wanted.starts)
        if places is not None:
            return day.minutes, places, ""
    if wanted.despite.strip() and {one.code for one in why} == {"slot-held"}:
        break_holds(wanted.provider_id, wanted.starts, day.minutes)
        record(over_hold=True)
        return _placed(actor, replace(wanted, despite=""), kind)
    if wanted.overbook.strip() and {one.code for one in why} == {"slot-taken"}:
        return day.minutes, _beyond(actor, day, wanted), wanted.overbook
    raise _refused(why[0] if why else Why("slot-taken", "This time is taken."), wanted)


def _beyond(actor: Actor, day: OfficeDay, wanted: Wanted) -> list[tuple[UUID, int]]:
    """A lane beyond what the provider's time takes, as far as a rule allows, for who may. Raises Refusal."""
    require(actor, "appointments.overbook", wanted.patient_id)
    places = day.places(wanted.starts, beyond=True)
    if places is None:
        words = "No rule allows one more visit at that time."
        raise _refused(Why("overbook-forbidden", words), wanted)
    return places


def _refused(why: Why, wanted: Wanted) -> Refusal:
    """A refusal that offers the next free times."""
    from_ = max(wanted.starts, clock.now()) if why.code != "slot-past" else clock.now()
    free = find_next(Search(wanted.kind, (wanted.provider_id,), (), also=wanted.also), from_, 3)
    fix = "Free next: " + ", ".join(slot.label for slot in free) + "." if free else "Try another provider."
    return Refusal(why.code, why.words, fix, {"free": free})
