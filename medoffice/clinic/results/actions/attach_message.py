"""Say whose a message of the tray is: a patient who is registered, or one who is registered now."""

from uuid import UUID

from medoffice.clinic.orders.api import orders_by_number
from medoffice.clinic.results.actions.filing import file_reports, settle
from medoffice.clinic.results.models import LabMessage
from medoffice.clinic.results.queries.matching import whose_is
from medoffice.clinic.results.queries.messages import came_off, read, row_of, waiting
from medoffice.clinic.results.types import MessageState, ReportSaid, Whose
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.practice.types import Address
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.types.people import PatientName
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("results.match")
def attach_message(*, actor: Actor, message_id: UUID, seen_version: int, patient_id: UUID, why: str = "") -> None:
    """File a message on the chart of a patient whom a person chose.

    Raises Invalid without a reason where fewer than two identifiers agree, one is another's, or it came off that chart;
    Refusal if it is about several patients, or was dealt with meanwhile.
    """
    require(actor, "results.match", patient_id)
    row = in_tray(actor, message_id, seen_version)
    whose, reports = _of_one(row)
    match = whose_is(whose, patient_id)
    if patient_id in came_off(row, reports) and not why.strip():
        words = "It was taken off this chart. Say how you know that it is theirs after all."
        raise Invalid("came-off", words, "", {"fields": {"why": [words]}})
    if not match.sure and not why.strip():
        against = f"; another {' and '.join(match.against)}" if match.against else ""
        words = f"{' and '.join(match.agrees).capitalize() or 'Nothing'} agrees{against}."
        raise Invalid("not-sure", words, "", {"fields": {"why": [f"{words} Say how you know."]}})
    told = why.strip() or f"by {' and '.join(match.agrees)}"
    file_reports(actor, row, patient_id, reports, orders_by_number(one.placer for one in reports))
    settle(actor, row, MessageState.FILED, patient_id, told)
    record("lab_message", row.id, subjects=[patient_id], agrees=list(match.agrees), against=list(match.against))


@action("results.match")
def register_from_message(*, actor: Actor, message_id: UUID, seen_version: int, unless_alike: bool = True) -> UUID:
    """Register who the message is about, as at the desk, and file it on the new chart; returns the patient.

    Raises Invalid if the message does not say enough, Refusal if somebody like this is registered already.
    """
    require(actor, "patients.register")
    row = in_tray(actor, message_id, seen_version)
    whose, reports = _of_one(row)
    if not whose.family or whose.born is None:
        words = "The message does not say a name and a birth date."
        raise Invalid("not-enough", words, "Register the patient at the desk, then attach it.")
    patient_id = register_patient(
        actor=actor,
        name=PatientName(whose.family, whose.given),
        sex=whose.sex or "U",
        birth_date=whose.born,
        phone=whose.phone,
        address=Address(whose.line1, whose.city, whose.state, whose.zip),
        unless_alike=unless_alike,
    )
    file_reports(actor, row, patient_id, reports, orders_by_number(one.placer for one in reports))
    settle(actor, row, MessageState.FILED, patient_id, "registered from the message")
    record("lab_message", row.id, subjects=[patient_id], registered=True)
    return patient_id


def _of_one(row: LabMessage) -> tuple[Whose, list[ReportSaid]]:
    """Whose it says it is, and its reports. Raises Refusal if it is about several patients."""
    whose, reports = read(row)
    if whose.several:
        words = "This message is about several patients: nothing of it is put on one chart."
        raise Refusal("several-patients", words, "Give it back; the laboratory sends a message for each.")
    return whose, reports


def in_tray(actor: Actor, message_id: UUID, seen_version: int) -> LabMessage:
    """A message of the tray, locked. Raises Refusal if it was dealt with meanwhile, NotFound if it is not theirs."""
    row = row_of(message_id, lock=True)
    if row.state == MessageState.TRAY:
        waiting(actor, message_id)
    if row.state != MessageState.TRAY or row.version != seen_version:
        words = f"{row.settled_by or row.changed_by or 'Somebody'} dealt with this meanwhile: {row.state}."
        raise Refusal("changed-meanwhile", words, "Open the tray again.")
    return row
