"""Reading what the slot engine works on, and asking it: free times, and why a time is not free."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models.functions import Lower, Upper

from medoffice.front_office.scheduling import models
from medoffice.front_office.scheduling.queries.hours import Hours
from medoffice.front_office.scheduling.queries.units import rules, units_in, visit_type
from medoffice.front_office.scheduling.rules.limits import daily, minutes, speaking
from medoffice.front_office.scheduling.rules.spans import Span, local_span
from medoffice.front_office.scheduling.rules.supply import OfficeDay, Taken, UnitDay
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, Search, Slot, VisitType, Why
from medoffice.kernel import clock
from medoffice.practice.api import providers, site, sites, staff_member
from medoffice.practice.types import Site, StaffMember

HORIZON = 60  # days
SPELLS = (2, 4, 8, 16, 30)  # days that are read at once: mostly the first are enough


class Supply:
    """What is there to be booked from a day on: read once, then the bookings of some days at a time."""

    def __init__(
        self, kind: VisitType, who: Mapping[UUID, str], places: Iterable[Site], first: date, days: int
    ) -> None:
        """Five queries; one more for a kind that needs units beside the provider. No booking is read yet."""
        self.kind, self.now, self.who = kind, clock.now(), dict(who)
        self.places = {place.id: place for place in places}
        self.rules = rules()
        self.units = units_in(kind.needs)
        ids = [*self.who, *(one.id for one in self.units)]
        self.hours = Hours(ids, self.places.values(), first, first + timedelta(days=days))
        self.taken: dict[tuple[UUID, date], list[Taken]] = {}  # by the day it begins on in UTC
        self.counted: dict[tuple[UUID, date], Counter[str]] = {}

    def leave_out_who_is_elsewhere(self, but_for: Container[UUID]) -> None:
        """Forget those without a week at any of the places: nothing of theirs is free there, nothing need be read."""
        kept = {one for one in self.who if one in but_for or self.hours.any_at(one, self.places)}
        self.who = {one: name for one, name in self.who.items() if one in kept}

    def read(self, span: Span, but_for: UUID | None = None) -> None:
        """Read what is booked or held in a stretch of time and the day before it, for those who are left.

        One query; two where a rule limits the visits of a day.
        """
        rows = models.Holding.objects.filter(
            live=True,
            unit_id__in=[*self.who, *(one.id for one in self.units)],
            during__startswith__gte=span.starts - timedelta(days=1),
            during__startswith__lt=span.ends,
        )
        rows = rows.exclude(appointment_id=but_for) if but_for else rows
        self.taken = {}
        rows = rows.exclude(hold__until__lte=self.now)
        told = rows.values_list("unit_id", "lane", Lower("during"), Upper("during"), "hold__says")
        for unit_id, lane, starts, ends, says in told:
            self.taken.setdefault((unit_id, starts.date()), []).append(Taken(Span(starts, ends), lane, says or ""))
        self.counted = {}
        if any(daily(speaking(self.rules, who, self.kind.key)) for who in self.who):
            self._count(span, but_for)

    def day(self, provider_id: UUID, place: Site, on: date, also: Iterable[UUID] = ()) -> OfficeDay:
        """What a visit with a provider at a site needs on a day."""
        zone = ZoneInfo(place.zone)
        groups = {
            group: (
                self.kind.needs.count(group),
                [
                    self._unit_day(one.id, one.name, place, on, always=True)
                    for one in self.units
                    if one.group == group and one.site_id in (None, place.id)
                ],
            )
            for group in sorted(set(self.kind.needs))
        }
        return OfficeDay(
            kind=self.kind.key,
            minutes=self.minutes(provider_id),
            provider=self._unit_day(provider_id, self.who[provider_id], place, on),
            now=self.now,
            today=clock.today(zone),
            rules=self.rules,
            closed=self.hours.closed.get((place.id, on), ""),
            also=[self._unit_day(one, self.who[one], place, on) for one in also],
            groups=groups,
            counted=self.counted.get((provider_id, on), {}),
        )

    def minutes(self, provider_id: UUID) -> int:
        """How long the kind takes with a provider."""
        return minutes(self.rules, provider_id, self.kind.key, self.kind.minutes)

    def _unit_day(self, unit_id: UUID, name: str, place: Site, on: date, *, always: bool = False) -> UnitDay:
        """``always``: without a template of its own it is there whenever the office is."""
        day = self.hours.day(unit_id, name, place, on, always=always)
        if not day.openings:
            return day
        span = Span(min(one.span.starts for one in day.openings), max(one.span.ends for one in day.openings))
        days = (span.starts.date() + timedelta(days=back) for back in range(-1, (span.ends - span.starts).days + 2))
        taken = [one for each in days for one in self.taken.get((unit_id, each), ()) if one.span.meets(span)]
        return replace(day, taken=taken)

    def _count(self, span: Span, but_for: UUID | None) -> None:
        rows = models.Appointment.objects.filter(
            state__in=HOLDS_THE_SLOT,
            walk_in=False,
            provider_id__in=list(self.who),
            during__startswith__gte=span.starts - timedelta(days=1),
            during__startswith__lt=span.ends + timedelta(days=1),
        )
        rows = rows.exclude(id=but_for) if but_for else rows
        for who, where, kind, starts in rows.values_list("provider_id", "site_id", "visit_type_id", Lower("during")):
            zone = ZoneInfo(self.places[where].zone if where in self.places else "UTC")
            self.counted.setdefault((who, starts.astimezone(zone).date()), Counter())[kind] += 1


def find_free(
    kind: str | VisitType,
    from_: datetime,
    provider_id: UUID | None = None,
    site_id: UUID | None = None,
    limit: int = 20,
) -> list[Slot]:
    """The next free times of a kind with a provider at a site, or any; as ``find_next``."""
    what = visit_type(kind) if isinstance(kind, str) else kind
    search = Search(what.key, (provider_id,) if provider_id else (), (site_id,) if site_id else ())
    return _next(what, search, from_, limit)


def find_next(search: Search, from_: datetime, limit: int = 20) -> list[Slot]:
    """The next free times that fit, soonest first, then by name; within sixty days.

    Eight queries and one more for each of at most five spells of days that are looked at.
    """
    return _next(visit_type(search.kind), search, from_, limit)


def _next(kind: VisitType, search: Search, from_: datetime, limit: int) -> list[Slot]:
    start = max(from_, clock.now())
    people = _people(search)
    places = [place for place in sites() if not search.site_ids or place.id in search.site_ids]
    found: list[tuple[Span, str, str, UUID, Site]] = []
    if not places or not people:
        return []
    first = min(start.astimezone(ZoneInfo(place.zone)).date() for place in places)
    supply = Supply(kind, {one.id: one.name for one in people}, places, first, HORIZON + 1)
    supply.leave_out_who_is_elsewhere(but_for=search.also)
    wanted = [one for one in people if one.id in supply.who and one.id not in search.also]
    offset = 0
    for days in SPELLS:
        begin = start + timedelta(days=offset)
        supply.read(Span(begin, begin + timedelta(days=days)))
        for number in range(offset, offset + days):
            if len(found) < limit:
                found += _on_day(supply, search, wanted, places, start, number)
        offset += days
        if len(found) >= limit:
            break
    return [
        _slot(span, name, who, place) for span, name, _, who, place in sorted(found, key=lambda one: one[:3])[:limit]
    ]


def office_day(
    kind: VisitType,
    provider_id: UUID,
    site_id: UUID,
    at: datetime,
    *,
    also: Iterable[UUID] = (),
    but_for: UUID | None = None,
) -> OfficeDay:
    """The day of an instant at a site, for a kind of visit with a provider; as if one appointment were not there.

    Raises NotFound for an unknown provider or site. At most ten queries.
    """
    place, others = site(site_id), list(also)
    who = {one: staff_member(one).name for one in (provider_id, *others)}
    on = at.astimezone(ZoneInfo(place.zone)).date()
    supply = Supply(kind, who, [place], on, 1)
    supply.read(_whole(on, place), but_for)
    return supply.day(provider_id, place, on, others)


def why_not(search: Search, at: datetime, but_for: UUID | None = None) -> list[Why]:
    """Every reason why the kind cannot begin then with the one provider at the one site that is named.

    As if the visit ``but_for`` were not booked.
    """
    (provider_id,), (site_id,) = search.provider_ids, search.site_ids
    day = office_day(visit_type(search.kind), provider_id, site_id, at, also=search.also, but_for=but_for)
    return day.why_not(at)


def _people(search: Search) -> list[StaffMember]:
    """Those who are looked for, and who is to be there too."""
    if len(search.provider_ids) == 1 and not search.also:
        return [staff_member(search.provider_ids[0])]
    wanted = {*search.provider_ids, *search.also}
    return [one for one in providers() if not search.provider_ids or one.id in wanted]


def _on_day(
    supply: Supply, search: Search, people: list[StaffMember], places: list[Site], start: datetime, number: int
) -> Iterable[tuple[Span, str, str, UUID, Site]]:
    """The free times of a day, counted from the first at each site."""
    for place in places:
        zone = ZoneInfo(place.zone)
        on = start.astimezone(zone).date() + timedelta(days=number)
        if (search.weekdays and on.weekday() not in search.weekdays) or (place.id, on) in supply.hours.closed:
            continue

        def fits(at: datetime, zone: ZoneInfo = zone) -> bool:
            local = at.astimezone(zone).time()
            early = search.not_before is not None and local < search.not_before
            return not early and (search.not_after is None or local <= search.not_after)

        timed = search.not_before is not None or search.not_after is not None
        for member in people:
            day = supply.day(member.id, place, on, search.also)
            for span in day.starts(start, fits if timed else None):
                yield span, member.name, place.name, member.id, place


def _whole(on: date, place: Site) -> Span:
    starts = local_span(on, time.min, time.max, ZoneInfo(place.zone))
    return replace(starts, ends=starts.ends + timedelta(hours=1))


def _slot(span: Span, name: str, provider_id: UUID, place: Site) -> Slot:
    label = f"{span.starts.astimezone(ZoneInfo(place.zone)):%a %m/%d %-I:%M %p}"
    return Slot(provider_id, name, place.id, span.starts, span.ends, label)
