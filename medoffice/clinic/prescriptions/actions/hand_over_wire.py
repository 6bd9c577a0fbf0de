"""Hand what waits to the wire."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.answering_by_wire import is_unanswered
from medoffice.clinic.prescriptions.actions.dispatching import TO_CANCEL, ask_about, moved
from medoffice.clinic.prescriptions.actions.wiring import (
    ask_to_call,
    line,
    note_line_failed,
    note_line_works,
)
from medoffice.clinic.prescriptions.models import Dispatch, WireOut
from medoffice.clinic.prescriptions.queries.wire import due_to_go, is_written, meant_by, outgoing
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
    """Hand over what may go now, oldest first; returns how many went. Each is two acts of its own: it is written, then

    handed over. So what was handed over though nobody knows (the program or the line failed in between) is known to be
    maybe there: it comes again under the same number, and is cancelled if it is called back. When the line fails the
    rest waits.
    """
    gone = 0
    with acts_of_their_own():
        for out_id in due_to_go():
            try:
                if not is_written(out_id):
                    write_out(actor=actor, out_id=out_id)
                gone += hand_over_one(actor=actor, out_id=out_id)
            except Refusal as refusal:
                say_line_failed(actor=actor, why=refusal.words)
                break
    return gone


@action("prescriptions.hear")
def write_out(*, actor: Actor, out_id: UUID) -> None:
    """Write what it says, before anybody may have it; once, so that it is the same at every try."""
    row = _held(out_id)
    if row is not None and row.data is None and _may_go(actor, row):
        row.data = line().write(outgoing(row))
        row.save()
        record("wire message", row.id, subjects=[row.patient_id], written=True)


@action("prescriptions.hear")
def hand_over_one(*, actor: Actor, out_id: UUID) -> bool:
    """Hand one over that is written; False if it waits no longer. Raises the line's Refusal."""
    row = _held(out_id)
    if row is None or row.data is None or not _may_go(actor, row):
        return False
    now = clock.now()
    line().send(f"{row.id}.xml", bytes(row.data))
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


def _may_go(actor: Actor, row: WireOut) -> bool:
    """Whether it may. What a label keeps by now does not go, however it was queued: it is a person's work.

    Of what is written nobody knows whether the line has it: whoever calls the pharmacy asks.
    """
    if can(actor, "prescriptions.send", row.patient_id, row.encounter_id):
        return True
    sent, row.state = row.dispatch, Left.WITHDRAWN.value
    row.save()
    if sent and row.message == Message.CANCEL:
        ask_about(actor, sent, TO_CANCEL, "It may not go by wire any more, call the pharmacy: cancel")
    elif sent and row.data is not None:
        moved(actor, sent, Event.HANDED)
        moved(actor, sent, Event.SILENCE)
        ask_to_call(actor, sent, "It may not go by wire any more, ask the pharmacy whether they have", str(row.id))
    elif sent and moved(actor, sent, Event.FAILED):
        ask_to_call(actor, sent, "It may not go by wire any more:", str(row.id))
    elif row.renewal_id:
        is_unanswered(actor, row.renewal_id)
    record("wire message", row.id, subjects=[row.patient_id], kept=True)
    return False


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
