"""Take up a dictation that was on hold."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, moved
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def resume_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int) -> None:
    """It is the actor's to type."""
    row = held(actor, dictation_id, "dictation.type")
    moved(actor, row, Verb.RESUME, seen_version=seen_version, owner_id=actor.id)
    record("dictation", row.id, subjects=[row.patient_id])
