"""Send what waits to laboratories; each is an act of its own, and the same bytes at every try."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction

from medoffice.clinic.orders.actions.lab_work import STUCK, ask, finish, is_out, locked, save
from medoffice.clinic.orders.models import Requisition
from medoffice.clinic.orders.offers import doors
from medoffice.clinic.orders.queries.labs import TRIES, due_to_go, sheet
from medoffice.clinic.orders.rules.wire import message_of
from medoffice.clinic.orders.types import LabDoor, Laboratory, RequisitionState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.retries import Retry
from medoffice.kernel.trace import Ref
from medoffice.kernel.worlds import current
from medoffice.practice.api import practice
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.security.api import action, acts_of_their_own, record, require
from medoffice.security.types import Actor
from medoffice.standards.hl7.api import AckCode, read_ack, read_message

_RETRY = Retry(TRIES, first=timedelta(minutes=1), longest=timedelta(hours=2))
_TAKEN = (AckCode.ACCEPT, AckCode.COMMIT)


def send_requisitions(*, actor: Actor) -> int:
    """Send what may go now; returns how many were accepted. One that fails holds up no other."""
    sent = 0
    with acts_of_their_own():
        for requisition_id in due_to_go():
            sent += send_requisition(actor=actor, requisition_id=requisition_id)
    return sent


@action("orders.send")
def send_requisition(*, actor: Actor, requisition_id: UUID) -> bool:
    """Send one and hear the answer: accepted, refused (somebody's work), or nothing, and it is tried again.

    What a label keeps by now does not go. Doing it again sends the same bytes under the same number.
    """
    row = locked(requisition_id)
    if row.state != RequisitionState.TO_SEND:
        record("requisition", row.id)
        return False
    told = sheet(requisition_id)
    try:
        with transaction.atomic():
            require(actor, "orders.send", row.patient_id, row.encounter_id)
    except Refusal as refusal:
        _stuck(actor, row, refusal.words or "it may not go", RequisitionState.REFUSED)
        return False
    if row.message is None:
        training = current.kind() != "practice"
        made = message_of(told, at=clock.now(), office=practice().name[:40], training=training)
        row.message = made.raw
    accepted = _ask(actor, row, told.laboratory)
    record("requisition", row.id, subjects=[row.patient_id], accepted=accepted, tries=row.tries)
    return accepted


def _ask(actor: Actor, row: Requisition, lab: Laboratory) -> bool:
    """Give it over; whether it was accepted."""
    row.tries += 1
    try:
        answer = read_ack(read_message(_door(lab).send(lab, bytes(row.message or b""))))
    except Refusal as refusal:
        return _again(actor, row, refusal.words)
    if answer.control_id != row.number:
        return _again(actor, row, "The laboratory answered another message.")
    if answer.code not in _TAKEN:
        words = answer.words or next((one.words for one in answer.faults if one.words), "it did not say why")
        _stuck(actor, row, f"{answer.code}: {words}", RequisitionState.REFUSED)
        return False
    is_out(actor, row, RequisitionState.ACCEPTED, lab.hours)
    save(actor, row)
    finish(actor, row, "accepted", STUCK)
    left = Leaving(
        patient_id=row.patient_id,
        purpose="treatment",
        what=f"Laboratory order {row.number}",
        to_name=lab.name,
        to_address=lab.facility,
        way="lab link",
        cause=Ref("requisition", row.id),
        encounter_id=row.encounter_id,
    )
    record_disclosures(actor=actor, leaving=(left,), gone=True)
    return True


def _door(lab: Laboratory) -> LabDoor:
    """The laboratory's own door in a practice, the simulator elsewhere. Raises Refusal without one."""
    found = doors.get(lab.door if current.kind() == "practice" else "simulator")
    if found is None:
        raise Refusal("no-lab-door", "There is no way to this laboratory.", "Send it on paper.")
    return found


def _again(actor: Actor, row: Requisition, why: str) -> bool:
    """No answer: the same again later; after enough tries somebody is told, and it is still tried."""
    wait = _RETRY.wait_after(row.tries)
    row.why, row.try_at = why[:300], clock.now() + (wait or timedelta(hours=2))
    save(actor, row)
    if wait is None:
        ask(actor, row, STUCK, f"Laboratory order {row.number} does not go out: {why}", priority=1)
    return False


def _stuck(actor: Actor, row: Requisition, why: str, state: RequisitionState) -> None:
    row.state, row.try_at, row.why = state, None, why[:300]
    save(actor, row)
    ask(actor, row, STUCK, f"Laboratory order {row.number} was refused", priority=1)
    record("requisition", row.id, subjects=[row.patient_id], refused=True)
