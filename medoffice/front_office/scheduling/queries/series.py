"""Series: every date checked before any is booked, with what is free near those that are not."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling import models
from medoffice.front_office.scheduling.queries.appointments import to_appointment
from medoffice.front_office.scheduling.queries.supply import Supply
from medoffice.front_office.scheduling.queries.units import visit_type
from medoffice.front_office.scheduling.rules.spans import Span
from medoffice.front_office.scheduling.types import OPEN, Appointment, Occurrence, Slot
from medoffice.practice.api import site, staff_member
from medoffice.practice.types import Site

NEAR, OFFERED = 3, 3  # days around a date that is not free; times offered for it


def check_series(kind: str, provider_id: UUID, site_id: UUID, starts: Sequence[datetime]) -> list[Occurrence]:
    """Each of these times with every reason why it is not free, and the nearest that are. Eleven queries for all."""
    if not starts:
        return []
    what, place, member = visit_type(kind), site(site_id), staff_member(provider_id)
    zone = ZoneInfo(place.zone)
    first, last = min(starts), max(starts)
    begin = first.astimezone(zone).date() - timedelta(days=NEAR)
    supply = Supply(what, {provider_id: member.name}, [place], begin, (last - first).days + 2 * NEAR + 2)
    supply.read(Span(first - timedelta(days=NEAR + 1), last + timedelta(days=NEAR + 2)))
    found = []
    for at in sorted(starts):
        why = supply.day(provider_id, place, at.astimezone(zone).date()).why_not(at)
        near = _near(supply, provider_id, place, at) if why else ()
        found.append(Occurrence(at, f"{at.astimezone(zone):%a %m/%d %-I:%M %p}", tuple(why), tuple(near)))
    return found


def series_of(series_id: UUID, from_: datetime | None = None) -> list[Appointment]:
    """The visits of a series that still stand, from an instant on, by start. One query."""
    rows = models.Appointment.objects.filter(series_id=series_id, state__in=OPEN).order_by("during")
    rows = rows.filter(during__startswith__gte=from_) if from_ else rows
    return [to_appointment(row) for row in rows]


def rule_of(series_id: UUID) -> str:
    """How a series recurs, as RRULE writes it. One query."""
    return models.Series.objects.values_list("rule", flat=True).get(id=series_id)


def _near(supply: Supply, provider_id: UUID, place: Site, at: datetime) -> Iterable[Slot]:
    """The free times nearest to one that is not: of its day, then of the days around it."""
    zone = ZoneInfo(place.zone)
    on = at.astimezone(zone).date()
    free = [
        span
        for number in range(-NEAR, NEAR + 1)
        for span in supply.day(provider_id, place, on + timedelta(days=number)).starts(supply.now)
    ]
    best = sorted(free, key=lambda span: (abs((span.starts.astimezone(zone).date() - on).days), abs(span.starts - at)))
    for span in sorted(best[:OFFERED]):
        label = f"{span.starts.astimezone(zone):%a %m/%d %-I:%M %p}"
        yield Slot(provider_id, supply.who[provider_id], place.id, span.starts, span.ends, label)
