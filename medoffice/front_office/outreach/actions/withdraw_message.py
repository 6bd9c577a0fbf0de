"""Take back a message that has not gone yet."""

from uuid import UUID

from medoffice.front_office.outreach.actions.hand_over import withdrawn
from medoffice.front_office.outreach.actions.holding import held_message
from medoffice.front_office.outreach.types.messages import MessageState
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.send")
def withdraw_message(*, actor: Actor, message_id: UUID) -> None:
    """It does not go; doing it again changes nothing. Raises Refusal if it is on its way."""
    row = held_message(actor, message_id)
    if row.state == MessageState.WITHDRAWN:
        return
    if row.state != MessageState.QUEUED:
        raise Refusal("message-gone", "This message has gone already.", "Call the patient.")
    withdrawn(row, "taken back", actor.name)
    record("outreach_message", row.id, subjects=[row.patient_id])
