"""Opening the codes of a visit for a change: they must be there, allowed, and not finished. And checking evidence."""

from uuid import UUID

from medoffice.clinic.charting.api import note
from medoffice.clinic.orders.api import order
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.prescriptions.api import prescription
from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.revenue.coding.models import Coding
from medoffice.revenue.coding.rules.evidence import check_note_evidence, check_order_evidence
from medoffice.revenue.coding.types import Evidence, QueryState
from medoffice.security.api import require
from medoffice.security.types import Actor


def open_coding(actor: Actor, coding_id: UUID) -> Coding:
    """The locked codes of a visit. Raises NotFound, or Refusal once they are finished."""
    row = Coding.objects.select_for_update().filter(id=coding_id).first()
    if row is None:
        raise NotFound
    require(actor, "coding.code", row.patient_id, row.encounter_id)
    if row.finished_at is not None:
        raise Refusal("coding-finished", f"{row.coder} released these codes to billing.", "Correct the claim instead.")
    return row


def refuse_without_evidence(row: Coding, evidence: Evidence) -> None:
    """Raise Invalid or Refusal unless the evidence is of this visit and stands."""
    if evidence.ref.kind == "note":
        _refuse(_of_note(row, evidence))
    elif evidence.ref.kind == "order":
        _refuse(_of_order(row, evidence, (OrderState.DONE,)))
    elif evidence.ref.kind == "answer":
        _refuse(_of_answer(row, evidence))
    else:
        _refuse([Finding("evidence-missing", "evidence", "A code rests on words of the note or on an order.")])


def refuse_unless_counted(actor: Actor, row: Coding, evidence: Evidence) -> None:
    """The same for what counts for the level: an order counts when it was sent, and a signed prescription counts."""
    if evidence.ref.kind == "prescription":
        _refuse(_of_prescription(actor, row, evidence))
    elif evidence.ref.kind == "order":
        _refuse(_of_order(row, evidence, (OrderState.DONE, OrderState.SENT)))
    else:
        refuse_without_evidence(row, evidence)


def _of_note(row: Coding, evidence: Evidence) -> list[Finding]:
    if evidence.ref.id != row.note_id:
        raise Refusal("other-note", "These words are from another note.", "Mark words in this visit's note.")
    return check_note_evidence(evidence, note(row.note_id).text)


def _of_answer(row: Coding, evidence: Evidence) -> list[Finding]:
    """The provider's answer to a question of these codes, whole."""
    asked = row.queries.filter(id=evidence.ref.id, state=QueryState.ANSWERED).first()
    if asked is None:
        raise Refusal("other-visit", "This is no answer to a question of this visit.", "Choose one of its own.")
    return check_order_evidence(evidence, asked.answer, asked.answer)


def _of_order(row: Coding, evidence: Evidence, enough: tuple[OrderState, ...]) -> list[Finding]:
    placed = order(evidence.ref.id)
    if placed.encounter_id != row.encounter_id:
        raise Refusal("other-visit", "This order belongs to another visit.", "Choose an order of this visit.")
    if placed.state not in enough:
        raise Refusal("order-not-done", f"{placed.words} was not carried out.", "Code only what was done.")
    return check_order_evidence(evidence, placed.words, placed.result)


def _of_prescription(actor: Actor, row: Coding, evidence: Evidence) -> list[Finding]:
    written = prescription(actor, evidence.ref.id)
    if written.encounter_id != row.encounter_id:
        raise Refusal("other-visit", "This was prescribed at another visit.", "Choose what was prescribed at this one.")
    if written.signed_at is None:
        raise Refusal("not-signed", f"{written.says.medicine} is not signed.", "Count only what was signed.")
    return check_order_evidence(evidence, written.says.medicine, written.sig_text)


def _refuse(wrong: list[Finding]) -> None:
    if wrong:
        raise Invalid(wrong[0].code, wrong[0].words, "", {"fields": {"evidence": [wrong[0].words]}})
