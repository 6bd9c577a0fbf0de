"""Note that letters were printed and posted."""

from uuid import UUID

from medoffice.front_office.outreach.actions.holding import held_message
from medoffice.front_office.outreach.actions.writing import note_event
from medoffice.front_office.outreach.types.messages import Channel, MessageState
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.send")
def note_posted(*, actor: Actor, message_ids: tuple[UUID, ...]) -> int:
    """These letters are in the mail; returns how many were not before."""
    posted = 0
    for message_id in message_ids:
        row = held_message(actor, message_id)
        if row.channel == Channel.PRINT and row.state == MessageState.QUEUED:
            row.state, row.handed_at = MessageState.HANDED, clock.now()
            row.save(update_fields=["state", "handed_at"])
            note_event(row, row.state, "posted", actor.name)
            record("outreach_message", row.id, subjects=[row.patient_id])
            posted += 1
    return posted
