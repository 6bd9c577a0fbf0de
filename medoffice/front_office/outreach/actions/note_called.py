"""Note what came of a call that stands for a message."""

from uuid import UUID

from medoffice.front_office.outreach.actions.answering import apply_answer
from medoffice.front_office.outreach.actions.holding import held_message
from medoffice.front_office.outreach.actions.writing import note_event
from medoffice.front_office.outreach.types.messages import Answer, Called, MessageState
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_OPEN = (MessageState.HANDED, MessageState.FAILED, MessageState.DELIVERED)


@action("outreach.send")
def note_called(*, actor: Actor, message_id: UUID, outcome: Called) -> None:
    """A yes or no counts like a reply; whoever was not reached is called again. Raises Refusal if it was answered."""
    row = held_message(actor, message_id)
    if row.state not in _OPEN:
        raise Refusal("message-over", f"This message is {row.state}.", "Look at its story.")
    record("outreach_message", row.id, subjects=[row.patient_id], outcome=outcome.value)
    if outcome is Called.UNREACHED:
        note_event(row, row.state, outcome.says, actor.name)
        return
    if outcome is Called.TOLD:
        row.state = MessageState.DELIVERED
        row.save(update_fields=["state"])
        note_event(row, row.state, outcome.says, actor.name)
        finish_work_about(actor=actor, ref=Ref("outreach_message", row.id), outcome=outcome.says)
        return
    apply_answer(actor, row, Answer(outcome.value), "on the telephone")
