"""Find what a pharmacy should have answered by now."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.answering_by_wire import is_unanswered
from medoffice.clinic.prescriptions.actions.dispatching import TO_CANCEL, ask_about, moved
from medoffice.clinic.prescriptions.actions.wiring import ask_to_call
from medoffice.clinic.prescriptions.models import Dispatch, WireOut
from medoffice.clinic.prescriptions.queries.wire import unanswered
from medoffice.clinic.prescriptions.rules.exchange import ENDS
from medoffice.clinic.prescriptions.rules.wire import answered_within
from medoffice.clinic.prescriptions.types.exchange import Event, Message, Stand
from medoffice.clinic.prescriptions.types.wire import Left
from medoffice.kernel import clock
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor


def tell_silence(*, actor: Actor) -> int:
    """Make work of each message without an answer in its time; returns how many."""
    with acts_of_their_own():
        return sum(tell_one(actor=actor, out_id=one) for one in unanswered())


@action("prescriptions.hear")
def tell_one(*, actor: Actor, out_id: UUID) -> bool:
    """Nobody knows what became of it: somebody calls the pharmacy, once for each silence.

    Of what is cancelled meanwhile the answer to the cancellation is waited for.
    """
    at = WireOut.objects.filter(id=out_id).values_list("dispatch_id", flat=True).first()
    sent = Dispatch.objects.select_for_update(of=("self",)).filter(id=at).first() if at else None
    row = WireOut.objects.select_for_update(of=("self",)).filter(id=out_id, state=Left.GONE).first()
    if row is None or row.answer_by is None or row.answer_by > clock.now():
        return False
    row.state = Left.SILENT.value
    row.save()
    hours = f"{answered_within(Message(row.message)).total_seconds() / 3600:.0f} hours"
    superseded = sent is not None and sent.stand == Stand.CANCEL_ASKED and row.message != Message.CANCEL
    if sent is not None and sent.stand not in ENDS and not superseded:
        moved(actor, sent, Event.SILENCE)
        if row.message == Message.CANCEL:
            ask_about(actor, sent, TO_CANCEL, f"No answer in {hours}, call the pharmacy: cancel")
        else:
            ask_to_call(actor, sent, f"No answer in {hours}, call the pharmacy:", str(row.id))
    elif row.renewal_id is not None and sent is None:
        is_unanswered(actor, row.renewal_id)
    record("wire message", row.id, subjects=[row.patient_id], silent=True)
    return True
