"""Reading when units are there: their templates, the closed days of sites, their absences."""

from collections.abc import Container, Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling.queries.units import absences, templates_of, units
from medoffice.front_office.scheduling.rules.spans import Span, local_span, union
from medoffice.front_office.scheduling.rules.supply import UnitDay, openings_of, whole_day
from medoffice.front_office.scheduling.types import Away, UnitKind, Week
from medoffice.practice.api import closures, sites
from medoffice.practice.types import Site

USUAL = (time(9), time(17))  # Monday to Friday, where no provider has a week yet; ours (source: unverified)


class Hours:
    """When some units are there, from a first to a last day."""

    def __init__(self, unit_ids: Iterable[UUID], places: Iterable[Site], first: date, last: date) -> None:
        """Three queries."""
        ids = list(unit_ids)
        self.templates: dict[UUID, list[Week]] = {}
        for one in templates_of(ids, first - timedelta(days=1), last):
            self.templates.setdefault(one.unit_id, []).append(one)
        self.closed = {(one.site_id, one.on): one.reason for one in closures([one.id for one in places], first, last)}
        begin = datetime.combine(first - timedelta(days=1), time.min, UTC)
        self.away: dict[UUID, list[Away]] = {}
        for gone in absences(ids, begin, datetime.combine(last + timedelta(days=2), time.min, UTC)):
            self.away.setdefault(gone.unit_id, []).append(gone)

    def any_at(self, unit_id: UUID, places: Container[UUID]) -> bool:
        """Whether a unit has a week of its own at one of the places."""
        return any(one.site_id in places for one in self.templates.get(unit_id, ()))

    def day(self, unit_id: UUID, name: str, place: Site, on: date, *, always: bool = False) -> UnitDay:
        """A unit's day at a site, with nothing booked; ``always``: it needs no template to be there."""
        zone, known = ZoneInfo(place.zone), self.templates.get(unit_id, [])
        openings = [whole_day(on, zone)] if always and not known else openings_of(known, place.id, on, zone)
        if not openings:
            return UnitDay(unit_id, name, ())
        span = Span(min(one.span.starts for one in openings), max(one.span.ends for one in openings))
        away = [(Span(one.starts, one.ends), one.reason) for one in self.away.get(unit_id, [])]
        return UnitDay(unit_id, name, openings, [one for one in away if one[0].meets(span)])


def open_spans(first: date, last: date) -> list[tuple[datetime, datetime]]:
    """When the office is open from a first to a last day, in order: some provider is there by their week, at a site
    that is not closed that day. Five queries.
    """
    ids = [one.id for one in units() if one.kind is UnitKind.PROVIDER]
    places, found = sites(), list[Span]()
    hours = Hours(ids, places, first, last)
    weeks = [one for each in hours.templates.values() for one in each]
    for place in places:
        zone = ZoneInfo(place.zone)
        for on in (first + timedelta(days=more) for more in range((last - first).days + 1)):
            if (place.id, on) in hours.closed:
                continue
            if weeks:
                found += [one.span for one in openings_of(weeks, place.id, on, zone)]
            elif on.weekday() < 5:
                found.append(local_span(on, *USUAL, zone))
    return [(one.starts, one.ends) for one in union(found)]
