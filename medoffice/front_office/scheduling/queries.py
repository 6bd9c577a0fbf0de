"""Reads of the schedule. Each is flat in the length of the office's history."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from medoffice.front_office.scheduling import models
from medoffice.front_office.scheduling.rules.free_times import Span, less, local_span, slots
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, Appointment, AppointmentState, Slot, VisitType
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import hours_of, is_closed, providers, site, sites, staff_member
from medoffice.practice.types import Site, StaffMember
from medoffice.security.api import permitted
from medoffice.security.types import Actor

HORIZON_DAYS = 60


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
    """The appointments of a day by start, whatever their state. One query."""
    rows = _within(local_span(on, time.min, time.max, ZoneInfo(zone)))
    rows = rows.filter(site_id=site_id) if site_id else rows
    return [to_appointment(row) for row in permitted(actor, "appointments.read", rows).order_by("during")]


def appointments_of(actor: Actor, patient_id: UUID, limit: int = 50) -> list[Appointment]:
    """A patient's appointments, latest first. One query."""
    rows = permitted(actor, "appointments.read", models.Appointment.objects.filter(patient_id=patient_id))
    return [to_appointment(row) for row in rows.order_by("-during")[:limit]]


def appointment_numbered(number: str) -> UUID | None:
    """The appointment with this number."""
    return models.Appointment.objects.filter(number=number).values_list("id", flat=True).first() if number else None


def appointments_from_call(call_id: UUID) -> list[UUID]:
    """What was booked on a call. One query."""
    return list(models.Appointment.objects.filter(call_id=call_id).order_by("id").values_list("id", flat=True))


def find_free(
    kind: str, from_: datetime, provider_id: UUID | None = None, site_id: UUID | None = None, limit: int = 20
) -> list[Slot]:
    """The next free times for a kind of visit, soonest first, within sixty days. A few queries a day looked at."""
    minutes, now = visit_type(kind).minutes, clock.now()
    wanted = [staff_member(provider_id)] if provider_id else providers(site_id)
    places = {place.id: place for place in sites()}
    found: list[Slot] = []
    for offset in range(HORIZON_DAYS):
        for place in places.values():
            if site_id in (None, place.id):
                found += _free_on_day(place, wanted, from_, offset, minutes, now)
        if len(found) >= limit:
            break
    return sorted(found, key=lambda slot: (slot.starts, slot.provider))[:limit]


def working_spans(staff_id: UUID, site_id: UUID, on: date) -> list[Span]:
    """When a provider works at a site on a date; nothing when the site is closed."""
    if is_closed(site_id, on):
        return []
    zone = ZoneInfo(site(site_id).zone)
    return [local_span(on, h.starts, h.ends, zone) for h in hours_of(staff_id, on) if h.site_id == site_id]


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


def _free_on_day(
    place: Site, wanted: Iterable[StaffMember], from_: datetime, offset: int, minutes: int, now: datetime
) -> Iterator[Slot]:
    zone = ZoneInfo(place.zone)
    on = from_.astimezone(zone).date() + timedelta(days=offset)
    whole_day = local_span(on, time.min, time.max, zone)
    taken: dict[UUID, list[Span]] = {}
    for row in _within(whole_day).filter(state__in=HOLDS_THE_SLOT, walk_in=False).only("provider_id", "during"):
        taken.setdefault(row.provider_id, []).append(Span(row.during.lower, row.during.upper))
    for provider in wanted:
        free = less(working_spans(provider.id, place.id, on), taken.get(provider.id, []))
        for span in slots(free, minutes, max(from_, now)):
            label = f"{span.starts.astimezone(zone):%a %m/%d %-I:%M %p}"
            yield Slot(provider.id, provider.name, place.id, span.starts, span.ends, label)


def _within(span: Span) -> QuerySet[models.Appointment]:
    """Appointments that touch a stretch of time, found by their start (none is longer than a day)."""
    return models.Appointment.objects.filter(
        during__startswith__gte=span.starts - timedelta(days=1),
        during__startswith__lt=span.ends.astimezone(UTC),
        during__overlap=(span.starts, span.ends),
    )


def _visit_type(row: models.VisitType) -> VisitType:
    return VisitType(row.key, row.name, row.minutes, row.encounter_class, row.takes_copay)
