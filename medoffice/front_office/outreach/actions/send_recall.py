"""Write to somebody who is due."""

from uuid import UUID

from medoffice.front_office.outreach.actions.queue_message import queue_message
from medoffice.front_office.outreach.actions.trying import due_recall, tried
from medoffice.front_office.outreach.models import Message
from medoffice.front_office.outreach.types.messages import Channel, Purpose
from medoffice.front_office.outreach.types.recalls import Tried
from medoffice.kernel.trace import Ref
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.recall")
def send_recall(*, actor: Actor, recall_id: UUID) -> UUID:
    """Through the out-box, the way they prefer; it counts as an attempt. Never says what for. Returns the message."""
    row = due_recall(actor, recall_id)
    message = queue_message(
        actor=actor,
        patient_id=row.patient_id,
        purpose=Purpose.RECALL,
        about=Ref("outreach_recall", row.id),
        key=f"recall {row.id} {row.attempts + 1}",
        values={},
        visit_id=row.visit_id,
    )
    channel = Channel(Message.objects.values_list("channel", flat=True).get(id=message))
    tried(actor, row, channel, Tried.SENT)
    record("outreach_recall", row.id, subjects=[row.patient_id])
    return message
