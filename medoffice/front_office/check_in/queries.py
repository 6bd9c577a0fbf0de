"""Reads of arrival."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.check_in.models import Arrival as Row
from medoffice.front_office.check_in.models import Card as CardRow
from medoffice.front_office.check_in.rules.insurance import day_of, in_force, insurance_in, may_be_billed
from medoffice.front_office.check_in.types import Arrival, Arriving, Card, Insurance, Payable
from medoffice.front_office.scheduling.api import appointments_of, chips_of
from medoffice.front_office.scheduling.types import Appointment, AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone, site
from medoffice.records.coverage.api import (
    case,
    cases_of,
    cases_on,
    checks_of_visits,
    coverages_of,
    coverages_on,
)
from medoffice.records.patients.api import patient
from medoffice.security.types import Actor


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
        row.case_id,
    )


def payables(patient_id: UUID, on: date) -> list[Payable]:
    """Who may be billed for a visit of a day: the policies in their order, then the open cases. Two queries."""
    return may_be_billed(coverages_on(patient_id, on), cases_on(patient_id, on))


def billed_to(offered: list[Payable], chosen: UUID | None) -> tuple[UUID | None, UUID | None]:
    """A choice as (policy, case); neither: the patient pays."""
    is_case = any(one.id == chosen and one.is_case for one in offered)
    return (None, chosen) if is_case else (chosen, None)


def arriving(actor: Actor, booked: Appointment) -> Arriving:
    """All that the desk's page asks about a visit, once: five queries, and those of what the visit needs."""
    zone = ZoneInfo(site(booked.site_id).zone)
    on, checks = day_of(booked, zone), checks_of_visits([booked.id])[booked.id]
    policies, cases = coverages_of(booked.patient_id), cases_of(booked.patient_id)
    seen = _pictured(booked.patient_id, zone)
    return Arriving(
        booked=booked,
        patient=patient(booked.patient_id),
        insurance=insurance_in(booked, on, in_force(policies, on), cases, checks, seen),
        cases=tuple(one for one in cases if one.opened_on <= on and (one.closed_on is None or on <= one.closed_on)),
        before=tuple(one for one in policies if one.ends is not None and one.ends < on),
        chips=tuple(chips_of(actor, [booked])[booked.id]),
    )


def insurance_of(booked: Appointment) -> Insurance:
    """Who pays for a visit and what payers told about it. Five queries; no line to anybody is used."""
    zone = ZoneInfo(site(booked.site_id).zone)
    on, checks = day_of(booked, zone), checks_of_visits([booked.id])[booked.id]
    held, cases = coverages_on(booked.patient_id, on), [case(booked.case_id)] if booked.case_id else []
    return insurance_in(booked, on, held, cases, checks, _pictured(booked.patient_id, zone))


def card(card_id: UUID) -> Card:
    """A scanned card. Raises NotFound. One query."""
    row = CardRow.objects.filter(id=card_id).first()
    if row is None:
        raise NotFound
    return _to_card(row)


def cards_of(patient_id: UUID, limit: int = 6) -> list[Card]:
    """A patient's cards, latest first. One query."""
    return [
        _to_card(row) for row in CardRow.objects.filter(patient_id=patient_id).order_by("-scanned_at", "-id")[:limit]
    ]


def _pictured(patient_id: UUID, zone: ZoneInfo) -> dict[UUID, date]:
    """When the card of each policy was last pictured. One query."""
    rows = CardRow.objects.filter(patient_id=patient_id).exclude(policy=None).order_by("scanned_at", "id")
    return {policy: at.astimezone(zone).date() for policy, at in rows.values_list("policy_id", "scanned_at")}


def _to_card(row: CardRow) -> Card:
    scanned = (row.scanned_at, row.scanned_by)
    return Card(row.id, row.patient_id, row.front_id, row.back_id, row.suggested, row.read, row.policy_id, *scanned)


def due_today(actor: Actor, patient_id: UUID) -> UUID | None:
    """The patient's next visit of today that has not begun. Two queries and one for the zone."""
    zone = office_zone()
    waiting = (AppointmentState.BOOKED, AppointmentState.CONFIRMED)
    mine = [one for one in appointments_of(actor, patient_id) if one.state in waiting]
    today = [one for one in mine if day_of(one, zone) == clock.today(zone)]
    return min(today, key=lambda one: one.starts).id if today else None
