"""Reads of arrival."""

from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.check_in.models import Arrival as Row
from medoffice.front_office.check_in.models import Card as CardRow
from medoffice.front_office.check_in.rules.insurance import day_of
from medoffice.front_office.check_in.types import Arrival, Card, Insurance, Payable, PolicyToday
from medoffice.front_office.scheduling.api import appointments_of
from medoffice.front_office.scheduling.types import Appointment, AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import office_zone, site
from medoffice.records.coverage.api import case, cases_on, checks_of_visits, coverages_on
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
    held = [Payable(one.id, f"{one.payer_name} {one.member_id}") for one in coverages_on(patient_id, on)]
    return held + [Payable(one.id, one.label, is_case=True) for one in cases_on(patient_id, on)]


def billed_to(offered: list[Payable], chosen: UUID | None) -> tuple[UUID | None, UUID | None]:
    """A choice as (policy, case); neither: the patient pays."""
    is_case = any(one.id == chosen and one.is_case for one in offered)
    return (None, chosen) if is_case else (chosen, None)


def insurance_of(booked: Appointment) -> Insurance:
    """Who pays for a visit and what payers told about it. Five queries at most; no line to anybody is used."""
    on = day_of(booked, ZoneInfo(site(booked.site_id).zone))
    checks = checks_of_visits([booked.id])[booked.id]
    held = coverages_on(booked.patient_id, on)
    of = {policy.id: tuple(one for one in checks if one.coverage_id == policy.id) for policy in held}
    return Insurance(
        on,
        case(booked.case_id) if booked.case_id else None,
        tuple(PolicyToday(policy, of[policy.id]) for policy in held),
        tuple(one for one in checks if one.coverage_id not in of),
    )


def copay_of(booked: Appointment) -> Money | None:
    """The copay of a visit: what the payer told about it, else what the card says; None without insurance or in a case.

    Three queries at most.
    """
    if booked.case_id is not None:
        return None
    on = day_of(booked, ZoneInfo(site(booked.site_id).zone))
    first = next(iter(coverages_on(booked.patient_id, on)), None)
    if first is None:
        return None
    told = (
        one.result for one in checks_of_visits([booked.id])[booked.id] if one.coverage_id == first.id and one.result
    )
    said = next(told, None)
    return said.copay if said is not None and said.copay is not None else first.copay


def card(card_id: UUID) -> Card:
    """A scanned card. Raises NotFound. One query."""
    row = CardRow.objects.filter(id=card_id).first()
    if row is None:
        raise NotFound
    return _to_card(row)


def cards_of(patient_id: UUID, limit: int = 6) -> list[Card]:
    """A patient's cards, latest first. One query."""
    return [_to_card(row) for row in CardRow.objects.filter(patient_id=patient_id).order_by("-scanned_at")[:limit]]


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
