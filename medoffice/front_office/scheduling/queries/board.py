"""The schedule as it is looked at: a day of many providers, or a week of one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling.offers import chips_of
from medoffice.front_office.scheduling.queries.appointments import appointments_within, holdings_of
from medoffice.front_office.scheduling.queries.holds import Held, holds_within
from medoffice.front_office.scheduling.queries.hours import Hours
from medoffice.front_office.scheduling.rules.grid import Column
from medoffice.front_office.scheduling.rules.spans import Span, local_span
from medoffice.front_office.scheduling.types import Appointment, Chip, Unit
from medoffice.practice.types import Site, StaffMember
from medoffice.records.patients.api import patients_by_id
from medoffice.records.patients.types.people import Patient
from medoffice.security.types import Actor

GONE = frozenset({"moved", "cancelled", "late_cancel"})  # not in the grid: their time is another's


@dataclass(frozen=True, slots=True)
class Board:
    """Some columns of the schedule, with the patients of their visits, the chips, and what is booked with them."""

    columns: Sequence[Column]
    booked: Sequence[Appointment]
    people: dict[UUID, Patient]
    chips: dict[UUID, list[Chip]]
    held: dict[UUID, list[Unit]]


def day_board(
    actor: Actor, on: date, places: Sequence[Site], people: Sequence[StaffMember], site_id: UUID | None
) -> Board:
    """The day of each of these providers who works or has visits then. Nine queries and those of the chips."""
    pairs = [(member, place, on) for member in people for place in places]
    return _board(actor, pairs, _span(places, on, on), site_id)


def week_board(actor: Actor, monday: date, places: Sequence[Site], who: StaffMember | None) -> Board:
    """The week of a provider; empty for none. As ``day_board``."""
    days = [monday + timedelta(days=number) for number in range(7)]
    pairs = [(who, place, day) for day in days for place in places] if who else []
    return _board(actor, pairs, _span(places, monday, days[-1]), None)


def _board(actor: Actor, pairs: Sequence[tuple[StaffMember, Site, date]], span: Span, site_id: UUID | None) -> Board:
    """The columns of these providers at these sites on these days that have hours or visits."""
    who = {member.id for member, _, _ in pairs}
    booked = [one for one in appointments_within(actor, span, site_id) if one.provider_id in who]
    places = {place.id: place for _, place, _ in pairs}
    first, last = span.starts.date() - timedelta(days=1), span.ends.date() + timedelta(days=1)
    hours, held = Hours(who, places.values(), first, last), holds_within(span)
    columns = [
        column
        for member, place, on in pairs
        if (column := _column(hours, member, place, on, booked, held)).hours.openings or column.booked
    ]
    standing = [one for one in booked if one.state not in GONE]
    return Board(
        columns=columns,
        booked=booked,
        people=patients_by_id({one.patient_id for one in booked}),
        chips=chips_of(actor, standing),
        held=holdings_of([one.id for one in standing]),
    )


def _column(
    hours: Hours, member: StaffMember, place: Site, on: date, booked: Iterable[Appointment], held: Iterable[Held]
) -> Column:
    zone = ZoneInfo(place.zone)
    return Column(
        title=member.name,
        on=on,
        provider_id=member.id,
        site_id=place.id,
        zone=zone,
        hours=hours.day(member.id, member.name, place, on),
        booked=[
            one
            for one in booked
            if one.provider_id == member.id
            and one.site_id == place.id
            and one.starts.astimezone(zone).date() == on
            and one.state not in GONE
        ],
        closed=hours.closed.get((place.id, on), ""),
        held=[(one.span, one.says) for one in held if one.provider_id == member.id and one.site_id == place.id],
    )


def _span(places: Sequence[Site], first: date, last: date) -> Span:
    """These days at all of these sites."""
    zones = [ZoneInfo(place.zone) for place in places]
    starts = [local_span(first, time.min, time.max, zone).starts for zone in zones]
    ends = [local_span(last, time.min, time.max, zone).ends for zone in zones]
    none = datetime.combine(first, time.min, UTC)
    return Span(min(starts, default=none), max(ends, default=none))
