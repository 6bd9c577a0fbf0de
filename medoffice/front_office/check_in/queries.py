"""Reads of arrival and flow: the board is derived from appointments and the one log of stages."""

from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.check_in.models import Arrival as Row
from medoffice.front_office.check_in.types import Arrival, FlowCard
from medoffice.front_office.scheduling.api import appointments_on
from medoffice.front_office.scheduling.types import Appointment, AppointmentState
from medoffice.kernel import clock
from medoffice.practice.api import sites, staff
from medoffice.records.encounters.api import encounters_on, with_reasons
from medoffice.records.encounters.types import OVER, Encounter
from medoffice.records.patients.api import patients_by_id
from medoffice.records.patients.types import LANGUAGES, Patient
from medoffice.security.types import Actor

COLUMNS = ("due", "arrived", "roomed", "with_provider", "check_out")
WAITS_LONG = {"arrived": (15, 25), "roomed": (15, 25), "with_provider": (30, 45), "check_out": (8, 15)}
LATE_MINUTES = 10


def arrival_of(encounter_id: UUID) -> Arrival | None:
    """How a visit began at the desk. One query."""
    row = Row.objects.select_related("encounter").filter(encounter_id=encounter_id).first()
    if row is None:
        return None
    return Arrival(
        row.encounter_id,
        row.appointment_id,
        row.encounter.patient_id,
        row.identity_checked,
        row.coverage_id,
        row.arrived_at,
        row.by,
    )


def flow_board(actor: Actor, site_id: UUID | None = None) -> list[FlowCard]:
    """Everybody who is due or in the office today, in board order. Eight queries, whatever the number of patients."""
    places = {place.id: place for place in sites() if site_id in (None, place.id)}
    if not places:
        return []
    zone = ZoneInfo(next(iter(places.values())).zone)
    today, now = clock.today(zone), clock.now()
    booked = {row.id: row for row in appointments_on(actor, site_id, today, zone.key)}
    visits = with_reasons(actor, [v for v in encounters_on(site_id, today) if v.stage not in OVER])
    names = {member.id: member.family_name for member in staff()}
    people = patients_by_id([a.patient_id for a in booked.values()] + [v.patient_id for v in visits])
    waiting = [a for a in booked.values() if a.state in (AppointmentState.BOOKED, AppointmentState.CONFIRMED)]
    cards = [_due_card(a, people[a.patient_id], names, now, zone) for a in waiting]
    cards += [_visit_card(v, people[v.patient_id], names, now) for v in visits if v.cause.id in booked]
    return cards


def _due_card(booked: Appointment, who: Patient, names: dict[UUID, str], now: datetime, zone: ZoneInfo) -> FlowCard:
    late = int((now - booked.starts).total_seconds() // 60)
    tone, note = ("bad", f"{late} m late") if late >= LATE_MINUTES else ("quiet", booked.state)
    return FlowCard(
        patient_id=booked.patient_id,
        patient=who.name.sorted_form,
        appointment_id=booked.id,
        encounter_id=None,
        column="due",
        time=f"{booked.starts.astimezone(zone):%-I:%M}",
        minutes=max(late, 0),
        provider=names.get(booked.provider_id, ""),
        reason=booked.reason,
        room="",
        note=note,
        tone=tone,
        language="" if who.language == "en" else LANGUAGES.get(who.language, who.language),
    )


def _visit_card(visit: Encounter, who: Patient, names: dict[UUID, str], now: datetime) -> FlowCard:
    minutes = int((now - visit.stage_since).total_seconds() // 60)
    look, act = WAITS_LONG[visit.stage]
    tone = "bad" if minutes >= act else "warn" if minutes >= look else "ok"
    return FlowCard(
        patient_id=visit.patient_id,
        patient=who.name.sorted_form,
        appointment_id=visit.cause.id if visit.cause.kind == "appointment" else None,
        encounter_id=visit.id,
        column=visit.stage.value,
        time=f"{minutes} m",
        minutes=minutes,
        provider=names.get(visit.provider_id, ""),
        reason=visit.reason,
        room=visit.room,
        note=f"waits {minutes} m" if tone != "ok" else "",
        tone=tone,
        language="" if who.language == "en" else LANGUAGES.get(who.language, who.language),
    )
