"""Hand what waits to the wire."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.dispatching import TO_CANCEL, ask_about, moved
from medoffice.clinic.prescriptions.actions.wiring import (
    ask_to_call,
    line,
    note_line_failed,
    note_line_works,
)
from medoffice.clinic.prescriptions.models import Dispatch, WireOut
from medoffice.clinic.prescriptions.queries.wire import due_to_go, meant_by, outgoing
from medoffice.clinic.prescriptions.rules.wire import answered_within
from medoffice.clinic.prescriptions.types.exchange import Event, Message
from medoffice.clinic.prescriptions.types.wire import Left
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.records.disclosures.api import record_disclosures
from medoffice.records.disclosures.types import Leaving
from medoffice.security.api import action, acts_of_their_own, can, record
from medoffice.security.types import Actor


def hand_over_wire(*, actor: Actor) -> int:
    """Hand over what may go now, oldest first; returns how many went. Each is an act of its own.

    When the line fails the rest waits. What was handed over and not known to be comes again under the same number.
    """
    gone = 0
    with acts_of_their_own():
        for out_id in due_to_go():
            try:
                gone += hand_over_one(actor=actor, out_id=out_id)
            except Refusal as refusal:
                say_line_failed(actor=actor, why=refusal.words)
                break
    return gone


@action("prescriptions.hear")
def hand_over_one(*, actor: Actor, out_id: UUID) -> bool:
    """Hand one over; False if it waits no longer. Raises the line's Refusal.

    What a label keeps by now does not go, however it was queued: it is a person's work.
    """
    row = _held(out_id)
    if row is None:
        return False
    if not can(actor, "prescriptions.send", row.patient_id, row.encounter_id):
        row.state = Left.WITHDRAWN.value
        row.save()
        if row.dispatch and row.message == Message.CANCEL:
            ask_about(actor, row.dispatch, TO_CANCEL, "It may not go by wire any more, call the pharmacy: cancel")
        elif row.dispatch and moved(actor, row.dispatch, Event.FAILED):
            ask_to_call(actor, row.dispatch, "It may not go by wire any more:", str(row.id))
        record("wire message", row.id, subjects=[row.patient_id], kept=True)
        return False
    now = clock.now()
    row.data = line().write(outgoing(row))
    line().send(f"{row.id}.xml", row.data)
    row.state, row.gone_at, row.answer_by = Left.GONE.value, now, now + answered_within(Message(row.message))
    row.save()
    if row.dispatch and row.message != Message.CANCEL:
        moved(actor, row.dispatch, Event.HANDED)
    _disclose(actor, row)
    note_line_works(actor)
    record("wire message", row.id, subjects=[row.patient_id], message=row.message)
    return True


@action("prescriptions.hear")
def say_line_failed(*, actor: Actor, why: str) -> None:
    """Note that the line failed."""
    note_line_failed(actor, why)
    record("wire", None)


def _held(out_id: UUID) -> WireOut | None:
    """One that waits, locked behind its dispatch, as whoever calls it off takes them."""
    found = WireOut.objects.filter(id=out_id).values_list("dispatch_id", flat=True).first()
    if found:
        Dispatch.objects.select_for_update(of=("self",)).get(id=found)
    rows = WireOut.objects.select_for_update(of=("self",)).select_related("dispatch__prescription", "pharmacy")
    return rows.filter(id=out_id, state=Left.WAITS).first()


def _disclose(actor: Actor, row: WireOut) -> None:
    left = Leaving(
        patient_id=row.patient_id,
        purpose="treatment",
        what=f"{row.message} of prescription {meant_by(row).number}",
        to_name=row.pharmacy.name,
        to_address=row.pharmacy.wire,
        way="wire",
        cause=Ref("pharmacy_wire", row.id),
        encounter_id=row.encounter_id,
    )
    record_disclosures(actor=actor, leaving=(left,), gone=True)
