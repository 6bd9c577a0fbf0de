"""Throw away what was recorded in the browser."""

from uuid import UUID

from medoffice.clinic.dictation.actions.takes import ended, own_take
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.send")
def drop_take(*, actor: Actor, take_id: UUID) -> None:
    """Its sound is destroyed; that it was recorded stays. Raises Refusal for one that was sent."""
    row = own_take(actor, take_id)
    ended(actor, row, "thrown away")
    record("take", row.id, subjects=[row.encounter.patient_id])
