"""What is done with a message that never arrives: a person calls instead."""

from medoffice.front_office.outreach.actions.writing import note_event, open_call_task
from medoffice.front_office.outreach.models import Message
from medoffice.front_office.outreach.types.messages import MessageState
from medoffice.security.types import Actor


def give_up(actor: Actor, row: Message, why: str) -> None:
    """The message failed for good."""
    row.state, row.why = MessageState.FAILED, why[:200]
    row.save()
    note_event(row, row.state, why, actor.name)
    open_call_task(actor, row)
