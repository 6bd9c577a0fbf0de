"""What the schedule leaves without a place: now, and under a template that is not saved yet."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from medoffice.front_office.scheduling.models import Holding
from medoffice.front_office.scheduling.queries.appointments import to_appointment
from medoffice.front_office.scheduling.queries.hours import Hours
from medoffice.front_office.scheduling.queries.supply import Supply
from medoffice.front_office.scheduling.queries.units import rules, templates_of, to_unit, unit, visit_types
from medoffice.front_office.scheduling.rules.spans import Span
from medoffice.front_office.scheduling.rules.supply import UnitDay, openings_of
from medoffice.front_office.scheduling.rules.weeks import left_of, weekly_minutes
from medoffice.front_office.scheduling.types import (
    Appointment,
    AppointmentState,
    Block,
    Fallout,
    OffTemplate,
    Unit,
    UnitKind,
    Week,
    Why,
)
from medoffice.kernel import clock
from medoffice.practice.api import site, sites
from medoffice.practice.types import Site
from medoffice.records.encounters.api import with_reasons
from medoffice.security.api import permitted
from medoffice.security.types import Actor

AHEAD, BEHIND, WEEKS = 366, 90, 4  # days looked ahead for booked visits, and behind; weeks in which free times count
_OPEN = [AppointmentState.BOOKED, AppointmentState.CONFIRMED]


def off_template(actor: Actor, unit_id: UUID | None = None) -> list[OffTemplate]:
    """The booked visits that the schedule as it stands would not offer, soonest first. Nine queries."""
    now = clock.now()
    held = _held(actor, now, now + timedelta(days=AHEAD), unit_id)
    places = {place.id: place for place in sites()}
    return _off(held, _hours(held, places.values(), now), places)


def fallout(
    actor: Actor, unit_id: UUID, site_id: UUID, blocks: tuple[Block, ...], valid_from: date, valid_to: date | None
) -> Fallout:
    """What this template would change, before it is saved. A score of queries, whatever the number of visits."""
    what, place, now = unit(unit_id), site(site_id), clock.now()
    begin = max(now, datetime.combine(valid_from, time.min, ZoneInfo(place.zone)))
    held = [one for one in _held(actor, begin, now + timedelta(days=AHEAD), unit_id) if one[1].site_id == site_id]
    places = {site_id: place}
    before = templates_of([unit_id], date.min, None)
    new = Week(uuid4(), unit_id, site_id, valid_from, valid_to, blocks)
    after = _with(before, new)
    hours = _hours(held, [place], now)
    already = {one.appointment.id for one in _off(held, hours, places)}
    hours.templates[unit_id] = after
    off = [one for one in _off(held, hours, places) if one.appointment.id not in already]
    past = _past(unit_id, site_id, now)
    return Fallout(
        off=tuple(off),
        minutes_before=weekly_minutes(_in_force(before, site_id, valid_from)),
        minutes_after=weekly_minutes(blocks),
        free_before=_free(what, place, valid_from, before, past),
        free_after=_free(what, place, valid_from, after, past),
        past=len(past),
        past_off=sum(_would_be_off(one, what, place, new) for one in past),
    )


def _held(actor: Actor, first: datetime, last: datetime, unit_id: UUID | None) -> list[tuple[Unit, Appointment]]:
    """What is booked from first to last, each visit with each unit it holds. Three queries."""
    rows = Holding.objects.filter(live=True, during__startswith__gte=first, during__startswith__lt=last)
    rows = rows.filter(appointment__state__in=_OPEN)
    rows = rows.filter(unit_id=unit_id) if unit_id else rows
    seen = permitted(actor, "appointments.read", rows, subject="appointment__patient_id", visit="appointment_id")
    found = list(seen.select_related("appointment", "unit__staff", "unit__room").order_by("during", "unit__kind"))
    visits = [(to_unit(row.unit), to_appointment(row.appointment)) for row in found if row.appointment]
    told = {one.id: one for one in with_reasons(actor, [visit for _, visit in visits])}
    return [(what, told[visit.id]) for what, visit in visits]


def _hours(held: Iterable[tuple[Unit, Appointment]], places: Iterable[Site], now: datetime) -> Hours:
    ids = {what.id for what, _ in held}
    return Hours(ids, places, now.date() - timedelta(days=1), now.date() + timedelta(days=AHEAD + 1))


def _off(held: Iterable[tuple[Unit, Appointment]], hours: Hours, places: dict[UUID, Site]) -> list[OffTemplate]:
    """Of these visits those that do not fit, with every reason."""
    allowed, found = rules(), dict[UUID, OffTemplate]()
    for what, booked in held:
        place = places[booked.site_id]
        zone = ZoneInfo(place.zone)
        local = booked.starts.astimezone(zone)
        day = hours.day(what.id, what.name, place, local.date(), always=what.kind is not UnitKind.PROVIDER)
        why = day.why_not(Span(booked.starts, booked.ends), booked.visit_type, clock.today(zone), allowed)
        closed = hours.closed.get((place.id, local.date()))
        if closed:
            why = [Why("office-closed", f"The office is closed that day: {closed}.")]
        if why:
            known = found.get(booked.id, OffTemplate(booked, f"{local:%a %m/%d %-I:%M %p}", ()))
            found[booked.id] = replace(known, why=tuple(dict.fromkeys([*known.why, *why])))
    return list(found.values())


def _past(unit_id: UUID, site_id: UUID, now: datetime) -> list[tuple[datetime, datetime, str]]:
    """When the visits of the last days were, and of which kind. One query."""
    rows: QuerySet[Holding] = Holding.objects.filter(
        unit_id=unit_id,
        appointment__site_id=site_id,
        live=True,
        during__startswith__gte=now - timedelta(days=BEHIND),
        during__startswith__lt=now,
    )
    found = rows.values_list("during", "appointment__visit_type_id")
    return [(during.lower, during.upper, kind) for during, kind in found]


def _would_be_off(visit: tuple[datetime, datetime, str], what: Unit, place: Site, new: Week) -> bool:
    """Whether a visit that was would not fit into the week of a template."""
    starts, ends, kind = visit
    zone = ZoneInfo(place.zone)
    on = starts.astimezone(zone).date()
    openings = openings_of([replace(new, valid_from=on, valid_to=on)], place.id, on, zone)
    return bool(UnitDay(what.id, what.name, openings).why_not(Span(starts, ends), kind, on, ()))


def _with(before: Iterable[Week], new: Week) -> list[Week]:
    """The templates once the new one is saved: it takes its days from those of the same site."""
    after = [new]
    for old in before:
        if old.site_id != new.site_id:
            after.append(old)
            continue
        left = left_of((old.valid_from, old.valid_to), (new.valid_from, new.valid_to))
        after += [replace(old, valid_from=first, valid_to=last) for first, last in left]
    return after


def _in_force(templates: Iterable[Week], site_id: UUID, on: date) -> tuple[Block, ...]:
    return next(
        (
            one.blocks
            for one in templates
            if one.site_id == site_id and one.valid_from <= on and (one.valid_to is None or on <= one.valid_to)
        ),
        (),
    )


def _free(
    what: Unit, place: Site, valid_from: date, templates: list[Week], past: list[tuple[datetime, datetime, str]]
) -> int:
    """How many times of the unit's commonest kind are free in the first weeks; none of what sees nobody by itself."""
    kinds = {one.key: one for one in visit_types()}
    common = [key for key, _ in Counter(kind for _, _, kind in past).most_common(1)] or sorted(kinds)[:1]
    if what.kind is not UnitKind.PROVIDER or not common:
        return 0
    first = max(valid_from, clock.today(ZoneInfo(place.zone)))
    supply = Supply(kinds[common[0]], {what.id: what.name}, [place], first, WEEKS * 7)
    supply.hours.templates[what.id] = templates
    begin = datetime.combine(first, time.min, UTC)
    supply.read(Span(begin, begin + timedelta(weeks=WEEKS, days=1)))
    days = (first + timedelta(days=number) for number in range(WEEKS * 7))
    return sum(len(supply.day(what.id, place, on).starts(supply.now)) for on in days)
