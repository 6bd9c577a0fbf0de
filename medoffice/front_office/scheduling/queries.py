"""Reads of the schedule. Each is flat in the length of the office's history."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from medoffice.front_office.scheduling import models
from medoffice.front_office.scheduling.rules.free_times import Span, inside, less, local_span, slots, working
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, Appointment, AppointmentState, Slot, VisitType
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import closures, hours_between, providers, site, sites, staff_member
from medoffice.practice.types import Hours, Site
from medoffice.records.encounters.api import encounter, encounter_of, with_reasons
from medoffice.security.api import permitted
from medoffice.security.types import Actor

HORIZON_DAYS = 60
DAYS_AT_ONCE = 10


def visit_types() -> list[VisitType]:
    """All kinds of visits by name. One query."""
    return [_visit_type(row) for row in models.VisitType.objects.order_by("name")]


def visit_type(key: str) -> VisitType:
    """A kind of visit. Raises NotFound."""
    row = models.VisitType.objects.filter(key=key).first()
    if row is None:
        raise NotFound
    return _visit_type(row)


def appointment(appointment_id: UUID) -> Appointment:
    """An appointment. Raises NotFound. One query."""
    row = models.Appointment.objects.filter(id=appointment_id).first()
    if row is None:
        raise NotFound
    return to_appointment(row)


def appointments_on(actor: Actor, site_id: UUID | None, on: date, zone: str) -> list[Appointment]:
    """The appointments of a day by start, whatever their state. Two queries."""
    rows = _within(local_span(on, time.min, time.max, ZoneInfo(zone)))
    rows = rows.filter(site_id=site_id) if site_id else rows
    rows = permitted(actor, "appointments.read", rows, visit="id").order_by("during")
    return with_reasons(actor, [to_appointment(row) for row in rows])


def appointments_of(actor: Actor, patient_id: UUID, limit: int = 50) -> list[Appointment]:
    """A patient's appointments, latest first. Two queries."""
    rows = permitted(actor, "appointments.read", models.Appointment.objects.filter(patient_id=patient_id), visit="id")
    return with_reasons(actor, [to_appointment(row) for row in rows.order_by("-during")[:limit]])


def appointment_numbered(number: str) -> UUID | None:
    """The appointment with this number."""
    return models.Appointment.objects.filter(number=number).values_list("id", flat=True).first() if number else None


def appointments_from_call(call_id: UUID) -> list[UUID]:
    """What was booked on a call. One query."""
    return list(models.Appointment.objects.filter(call_id=call_id).order_by("id").values_list("id", flat=True))


def moved_from(appointment_id: UUID) -> UUID | None:
    """The appointment that was moved to become this one. One query."""
    return models.Appointment.objects.filter(moved_to_id=appointment_id).values_list("id", flat=True).first()


def told_by(visit_id: UUID) -> tuple[UUID, list[UUID], UUID]:
    """A visit, by the id of its appointment or encounter: the patient, all it is told by, its provider.

    It is told by its call, its appointment and its encounter, as far as there are. Raises NotFound. Two queries.
    """
    booked = models.Appointment.objects.filter(id=visit_id).first()
    visit = encounter(visit_id) if booked is None else encounter_of(Ref("appointment", visit_id))
    if booked is None and visit is not None:
        booked = models.Appointment.objects.filter(id=visit.cause.id).first()
    about = booked or visit
    if about is None:
        raise NotFound
    things = [booked.call_id if booked else None, booked.id if booked else None, visit.id if visit else None]
    return about.patient_id, [thing for thing in things if thing], about.provider_id


def find_free(
    kind: str, from_: datetime, provider_id: UUID | None = None, site_id: UUID | None = None, limit: int = 20
) -> list[Slot]:
    """The next free times for a kind of visit, soonest first, within sixty days. Three queries, and three for every ten
    days looked at.
    """
    minutes, start = visit_type(kind).minutes, max(from_, clock.now())
    wanted = {who.id: who for who in ([staff_member(provider_id)] if provider_id else providers())}
    places = [place for place in sites() if site_id in (None, place.id)]
    found: list[tuple[Span, str, UUID, Site]] = []
    for first in range(0, HORIZON_DAYS if places else 0, DAYS_AT_ONCE):
        spell = _Spell(places, list(wanted), start, first)
        for offset in range(first, first + DAYS_AT_ONCE):
            if len(found) < limit:
                found += [
                    (span, wanted[who].name, who, place)
                    for place in places
                    for who in wanted
                    for span in slots(spell.free(place, who, offset), minutes, start)
                ]
        if len(found) >= limit:
            break
    chosen = sorted(found, key=lambda each: (each[0], each[1], each[3].name))[:limit]
    return [_slot(span, name, who, place) for span, name, who, place in chosen]


def works_then(staff_id: UUID, site_id: UUID, span: Span) -> bool:
    """Whether a stretch of time lies within a provider's hours at a site, whether or not the site is closed."""
    zone = ZoneInfo(site(site_id).zone)
    on = span.starts.astimezone(zone).date()
    return inside(span, working(hours_between([staff_id], on, on), site_id, on, zone))


def to_appointment(row: models.Appointment) -> Appointment:
    """A row as the noun."""
    return Appointment(
        id=row.id,
        number=row.number,
        patient_id=row.patient_id,
        provider_id=row.provider_id,
        site_id=row.site_id,
        starts=row.during.lower,
        ends=row.during.upper,
        visit_type=row.visit_type_id,
        reason=row.reason,
        state=AppointmentState(row.state),
        call_id=row.call_id,
        walk_in=row.walk_in,
        moved_to=row.moved_to_id,
        booked_by=row.booked_by,
        booked_at=row.booked_at,
        version=row.version,
    )


class _Spell:
    """Ten days of the schedule, read at once: hours, closed days, what is taken."""

    def __init__(self, places: list[Site], staff_ids: list[UUID], start: datetime, first: int) -> None:
        self.start = start
        days = [self._day(place, offset) for place in places for offset in (first, first + DAYS_AT_ONCE - 1)]
        self.hours: dict[UUID, list[Hours]] = {who: [] for who in staff_ids}
        for one in hours_between(staff_ids, min(days), max(days)):
            self.hours[one.staff_id].append(one)
        ids = [place.id for place in places]
        self.closed = {(closure.site_id, closure.on) for closure in closures(ids, min(days), max(days))}
        self.taken: dict[UUID, list[Span]] = {}
        span = Span(start + timedelta(days=first - 1), start + timedelta(days=first + DAYS_AT_ONCE + 1))
        held = _within(span).filter(state__in=HOLDS_THE_SLOT, walk_in=False, provider_id__in=staff_ids)
        for who, during in held.values_list("provider_id", "during"):
            self.taken.setdefault(who, []).append(Span(during.lower, during.upper))

    def free(self, place: Site, who: UUID, offset: int) -> Iterator[Span]:
        """What is free of a provider's hours at a place on a day."""
        on = self._day(place, offset)
        if (place.id, on) in self.closed:
            return iter(())
        return less(working(self.hours[who], place.id, on, ZoneInfo(place.zone)), self.taken.get(who, []))

    def _day(self, place: Site, offset: int) -> date:
        return self.start.astimezone(ZoneInfo(place.zone)).date() + timedelta(days=offset)


def _slot(span: Span, name: str, provider_id: UUID, place: Site) -> Slot:
    label = f"{span.starts.astimezone(ZoneInfo(place.zone)):%a %m/%d %-I:%M %p}"
    return Slot(provider_id, name, place.id, span.starts, span.ends, label)


def _within(span: Span) -> QuerySet[models.Appointment]:
    """Appointments that touch a stretch of time, found by their start (none is longer than a day)."""
    return models.Appointment.objects.filter(
        during__startswith__gte=span.starts - timedelta(days=1),
        during__startswith__lt=span.ends.astimezone(UTC),
        during__overlap=(span.starts, span.ends),
    )


def _visit_type(row: models.VisitType) -> VisitType:
    return VisitType(row.key, row.name, row.minutes, row.encounter_class, row.takes_copay)
