"""What arrival registers: the exception list, what it hears of payers' answers, its risks and its panels."""

from collections.abc import Sequence

from django.urls import reverse

from medoffice.front_office.check_in.actions.look_at_insurance import EXCEPTION, look_at_insurance
from medoffice.front_office.check_in.offers import register_parting, register_risks
from medoffice.front_office.check_in.rules.risks import (
    of_case,
    of_guarantor,
    of_insurance,
    of_person,
    of_prerequisites,
    of_said,
)
from medoffice.front_office.check_in.types import Arriving, Risk
from medoffice.front_office.check_in.views.insurance import insurance_panel, visit_panel
from medoffice.front_office.check_in.views.leaving import note_of_visit
from medoffice.front_office.check_in.views.risks import risk_panel
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel.facts import Delivery, listen
from medoffice.kernel.trace import Ref
from medoffice.practice.api import register_work_kind
from medoffice.practice.types import WorkKind
from medoffice.records.coverage.types import EligibilityTold
from medoffice.records.patients.api import said_by
from medoffice.security.api import can, labelled
from medoffice.security.types import PROGRAM, Actor, Label, Role
from medoffice.ui.panels import register_panel


def _url(ref: Ref) -> str:
    return reverse("check_in:insurance", args=[ref.id])


def _told(delivery: Delivery) -> None:
    look_at_insurance(actor=PROGRAM, appointment_id=delivery.fact.visit_id)


def _insurance(actor: Actor, told: Arriving) -> Sequence[Risk]:
    """What a patient keeps from the plan is looked up only where somebody would be asked to ask it."""
    if not can(actor, "coverage.read", told.patient.id):
        return []
    asked = all(one.latest for one in told.insurance.policies)
    kept = not asked and bool(labelled([told.booked.id], Label.RESTRICTED))
    return of_insurance(told.patient, told.insurance, told.before, kept=kept)


def _billed(actor: Actor, told: Arriving) -> Sequence[Risk]:
    """Once the patient has arrived this is settled."""
    if told.booked.state is AppointmentState.ARRIVED or not can(actor, "coverage.read", told.patient.id):
        return []
    return of_case(told.insurance, told.cases)


def _person(_actor: Actor, told: Arriving) -> Sequence[Risk]:
    if told.insurance.case:
        return of_person(told.patient)
    otherwise = any(one.latest and one.latest.result and one.latest.result.otherwise for one in told.insurance.policies)
    return [
        *(of_said(said_by(told.patient.id)) if otherwise else []),
        *(of_person(told.patient) if told.held else []),
        *of_guarantor(told.patient, told.on),
    ]


def _prerequisites(_actor: Actor, told: Arriving) -> Sequence[Risk]:
    return of_prerequisites(told.chips)


listen(EligibilityTold, _told)
register_work_kind(WorkKind(EXCEPTION, "insurance to look at", Role.RECEPTIONIST, 24, _url))
register_risks("insurance", _insurance)
register_risks("who is billed", _billed)
register_risks("person", _person)
register_risks("prerequisites", _prerequisites)
register_parting("letter", note_of_visit)
register_panel("risks", risk_panel)
register_panel("check-in", insurance_panel)
register_panel("visit", visit_panel)
