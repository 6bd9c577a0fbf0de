"""Reads of appointments. Each is flat in the length of the office's history."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import F, OuterRef, QuerySet, Subquery

from medoffice.front_office.scheduling import models
from medoffice.front_office.scheduling.queries.units import to_unit
from medoffice.front_office.scheduling.rules.spans import Span, local_span
from medoffice.front_office.scheduling.types import (
    HOLDS_THE_SLOT,
    OPEN,
    Appointment,
    AppointmentState,
    StateChange,
    Unit,
)
from medoffice.kernel.checks import Checked
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.records.encounters.api import encounter, encounter_of, stages_of, with_reasons
from medoffice.records.encounters.types import Stage
from medoffice.security.api import permitted
from medoffice.security.types import Actor

_TOLD = (Stage.ARRIVED, Stage.MISTAKEN)


def appointment(appointment_id: UUID) -> Appointment:
    """An appointment. Raises NotFound. One query."""
    row = models.Appointment.objects.filter(id=appointment_id).first()
    if row is None:
        raise NotFound
    return to_appointment(row)


def appointments_on(actor: Actor, site_id: UUID | None, on: date, zone: str) -> list[Appointment]:
    """The appointments of a day by start, whatever their state. Two queries."""
    return appointments_within(actor, local_span(on, time.min, time.max, ZoneInfo(zone)), site_id)


def appointments_within(actor: Actor, span: Span, site_id: UUID | None = None) -> list[Appointment]:
    """The appointments that touch a stretch of time, by start, whatever their state. Two queries."""
    rows = within(span)
    rows = rows.filter(site_id=site_id) if site_id else rows
    rows = permitted(actor, "appointments.read", rows, visit="id").order_by("during")
    return with_reasons(actor, [to_appointment(row) for row in rows])


def appointments_by_id(actor: Actor, ids: Iterable[UUID]) -> dict[UUID, Appointment]:
    """These appointments, as far as the actor may know of them. Two queries."""
    rows = models.Appointment.objects.filter(id__in=set(ids))
    rows = permitted(actor, "appointments.read", rows, visit="id").order_by("during")
    return {one.id: one for one in with_reasons(actor, [to_appointment(row) for row in rows])}


def standing_with(provider_id: UUID, first: datetime, last: datetime) -> list[UUID]:
    """The visits of a provider that still stand and begin from first to last, by start. One query."""
    rows = models.Appointment.objects.filter(
        provider_id=provider_id, state__in=OPEN, during__startswith__gte=first, during__startswith__lt=last
    )
    return list(rows.order_by("during").values_list("id", flat=True))


def appointments_of(
    actor: Actor, patient_id: UUID, limit: int = 50, until: datetime | None = None
) -> list[Appointment]:
    """A patient's appointments, latest first; those that start before ``until``, if it is given. Two queries."""
    rows = permitted(actor, "appointments.read", models.Appointment.objects.filter(patient_id=patient_id), visit="id")
    rows = rows.filter(during__startswith__lt=until) if until else rows
    return with_reasons(actor, [to_appointment(row) for row in rows.order_by("-during")[:limit]])


def missed_since(patient_id: UUID, since: datetime, but_for: UUID | None = None) -> tuple[int, int]:
    """How many visits a patient missed since, and how many they cancelled late, but for one. One query."""
    rows = models.Appointment.objects.filter(
        patient_id=patient_id,
        state__in=[AppointmentState.NO_SHOW, AppointmentState.LATE_CANCEL],
        during__startswith__gte=since,
    )
    found = list((rows.exclude(id=but_for) if but_for else rows).values_list("state", flat=True))
    return found.count(AppointmentState.NO_SHOW), found.count(AppointmentState.LATE_CANCEL)


def appointment_numbered(number: str) -> UUID | None:
    """The appointment with this number."""
    return models.Appointment.objects.filter(number=number).values_list("id", flat=True).first() if number else None


def appointments_from_call(call_id: UUID) -> list[UUID]:
    """What was booked on a call. One query."""
    return list(models.Appointment.objects.filter(call_id=call_id).order_by("id").values_list("id", flat=True))


def moved_from(appointment_id: UUID) -> UUID | None:
    """The appointment that was moved to become this one. One query."""
    return models.Appointment.objects.filter(moved_to_id=appointment_id).values_list("id", flat=True).first()


def log_of(appointment_id: UUID) -> list[StateChange]:
    """What an appointment came to, first to last: its own log, and its visit's from the arrival on. Three queries.

    That somebody arrived, or did not after all, its own log says.
    """
    rows = models.StateChange.objects.filter(appointment_id=appointment_id).order_by("id")
    log = [StateChange(row.state, row.at, row.by, row.why) for row in rows]
    visit = encounter_of(Ref("appointment", appointment_id))
    stages = stages_of(visit.id) if visit else []
    log += [StateChange(one.stage.value, one.at, one.by) for one in stages if one.stage not in _TOLD]
    return sorted(log, key=lambda line: line.at)


def changes_within(site_id: UUID | None, on: date, zone: str) -> int:
    """How often the appointments of a day (at a site, if given) were booked or changed; it only grows. One query."""
    rows = within(local_span(on, time.min, time.max, ZoneInfo(zone)))
    rows = rows.filter(site_id=site_id) if site_id else rows
    return models.StateChange.objects.filter(appointment__in=rows).count()


def states_apart(since: date) -> int:
    """How many appointments from a day on are not in the state their log ends with; none, if all is well. One query."""
    last = models.StateChange.objects.filter(appointment_id=OuterRef("id")).order_by("-id").values("state")[:1]
    rows = models.Appointment.objects.filter(during__startswith__gte=datetime.combine(since, time.min, UTC))
    return rows.annotate(last=Subquery(last)).exclude(last=F("state")).count()


def planned(ids: Iterable[UUID]) -> dict[UUID, tuple[str, datetime | None]]:
    """The kind of each of these appointments and its booked time, None for a walk-in; no patient is named.

    One query.
    """
    rows = models.Appointment.objects.filter(id__in=list(ids)).values_list("id", "visit_type_id", "during", "walk_in")
    return {one: (kind, None if walked else during.lower) for one, kind, during, walked in rows}


def missed_share(since: date) -> float:
    """The share of booked visits since a day that the patient did not come to; a twentieth before there are any."""
    rows = models.Appointment.objects.filter(during__startswith__gte=datetime.combine(since, time.min, UTC))
    rows = rows.filter(walk_in=False)
    came = rows.filter(state=AppointmentState.ARRIVED).count()
    missed = rows.filter(state=AppointmentState.NO_SHOW).count()
    return missed / (came + missed) if came + missed else 0.05


def holdings_of(appointment_ids: Iterable[UUID]) -> dict[UUID, list[Unit]]:
    """What each of these appointments holds beside its provider: rooms, devices, people. One query."""
    rows = models.Holding.objects.filter(appointment_id__in=list(appointment_ids), live=True)
    held: dict[UUID, list[Unit]] = {}
    rows = rows.exclude(unit_id=F("appointment__provider_id"))
    for row in rows.select_related("unit__staff", "unit__room").order_by("unit__kind", "id"):
        if row.appointment_id is not None:
            held.setdefault(row.appointment_id, []).append(to_unit(row.unit))
    return held


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
        overbooked=row.overbooked,
        series_id=row.series_id,
        case_id=row.case_id,
    )


def within(span: Span) -> QuerySet[models.Appointment]:
    """Appointments that touch a stretch of time, found by their start (none is longer than a day)."""
    return models.Appointment.objects.filter(
        during__startswith__gte=span.starts - timedelta(days=1),
        during__startswith__lt=span.ends.astimezone(UTC),
        during__overlap=(span.starts, span.ends),
    )


def schedule_check() -> list[Checked]:
    """Whoever is booked holds their provider, and nobody else holds anything. Two queries."""
    live = models.Holding.objects.filter(live=True)
    standing = models.Appointment.objects.filter(state__in=HOLDS_THE_SLOT, walk_in=False)
    without = standing.exclude(
        id__in=live.filter(unit_id=F("appointment__provider_id")).values("appointment_id")
    ).count()
    beside = live.filter(hold=None).exclude(appointment__state__in=HOLDS_THE_SLOT).count()
    found = []
    if without or beside:
        words = f"{without} booked visits hold no provider, {beside} lanes are held by visits that are over."
        found.append(Finding("schedule-holds", "schedule", words))
    told = f"{without} booked visits hold nobody, {beside} lanes are held in vain"
    return [Checked("schedule", "every booked visit holds its provider, and nothing else is held", told, tuple(found))]
