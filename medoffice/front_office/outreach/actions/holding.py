"""A message that nobody else changes until the action ends."""

from uuid import UUID

from medoffice.front_office.outreach.models import Message
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import require
from medoffice.security.types import Actor


def held_message(actor: Actor, message_id: UUID) -> Message:
    """The message. Raises NotFound."""
    row = Message.objects.select_for_update().filter(id=message_id).first()
    if row is None:
        raise NotFound
    require(actor, "outreach.send", row.patient_id)
    return row
