"""Check a patient in for an appointment."""

from datetime import date
from uuid import UUID

from medoffice.front_office.check_in.actions.rows import arrival_row
from medoffice.front_office.check_in.models import Arrival
from medoffice.front_office.scheduling.api import appointment, mark_arrived, visit_type
from medoffice.front_office.scheduling.types import Appointment
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import site
from medoffice.records.coverage.api import cases_on, coverages_on
from medoffice.records.encounters.api import start_encounter
from medoffice.records.encounters.types import EncounterClass
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("check_in.arrive")
def check_in(
    *,
    actor: Actor,
    appointment_id: UUID,
    identity_checked: str,
    coverage_id: UUID | None = None,
    case_id: UUID | None = None,
) -> UUID:
    """Note the arrival and start the visit; returns the encounter.

    Missing insurance never stops a patient, nor does what a payer says of it. The visit is billed to a case or to
    health coverage. Raises Invalid unless it is said which identifiers were checked; Refusal if the patient is checked
    in already, if the appointment is another day's, or if the insurance or the case is not the patient's that day.
    """
    booked = appointment(appointment_id)
    require(actor, "check_in.arrive", booked.patient_id)
    if not identity_checked.strip():
        words = "Say which two identifiers were checked."
        raise Invalid("identity-unchecked", words, "", {"fields": {"identity_checked": [words]}})
    on = _refuse_another_day(booked)
    _refuse_not_theirs(booked.patient_id, on, coverage_id, case_id)
    mark_arrived(actor=actor, appointment_id=appointment_id, case_id=case_id)
    encounter_id = start_encounter(
        actor=actor,
        patient_id=booked.patient_id,
        provider_id=booked.provider_id,
        site_id=booked.site_id,
        kind=EncounterClass(visit_type(booked.visit_type).encounter_class),
        reason=booked.reason,
        cause=Ref("appointment", booked.id),
    )
    row = arrival_row(
        appointment_id=appointment_id,
        encounter_id=encounter_id,
        coverage_id=coverage_id,
        case_id=case_id,
        identity_checked=identity_checked,
        by=actor.name,
        at=clock.now(),
    )
    before = Arrival.objects.filter(appointment_id=appointment_id).first()  # taken back: the same row, noted anew
    row.id = before.id if before else row.id
    row.save(force_insert=before is None, force_update=before is not None)
    record("encounter", encounter_id, subjects=[booked.patient_id])
    return encounter_id


def _refuse_not_theirs(patient_id: UUID, on: date, coverage_id: UUID | None, case_id: UUID | None) -> None:
    """Whoever is to pay must be the patient's on that day, and only one."""
    if coverage_id is not None and case_id is not None:
        words = "A visit is billed to a case or to the health insurance, not to both."
        raise Refusal("billed-twice", words, "Choose one of them.")
    if coverage_id is not None and coverage_id not in {held.id for held in coverages_on(patient_id, on)}:
        words = "This insurance is not the patient's on that day."
        raise Refusal("coverage-not-theirs", words, "Choose one that is, or treat the patient as self-pay.")
    if case_id is not None and case_id not in {one.id for one in cases_on(patient_id, on)}:
        words = "This case is not the patient's, or not open on that day."
        raise Refusal("case-not-theirs", words, "Open the case, or bill the visit otherwise.")


def _refuse_another_day(booked: Appointment) -> date:
    """The day of the appointment, which is today."""
    zone = clock.zone(site(booked.site_id).zone)
    on = booked.starts.astimezone(zone).date()
    if on != clock.today(zone):
        words = f"This appointment is on {on:%m/%d/%Y}, not today."
        raise Refusal("not-today", words, "Move it to today, or take the patient as a walk-in.")
    return on
