"""Take a dictation."""

from uuid import UUID

from medoffice.clinic.dictation.actions.putting import put_in
from medoffice.clinic.dictation.actions.rows import held, moved
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def claim_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int) -> None:
    """It is the actor's to type, and its drafts are in the text. Raises Refusal for one that somebody else has."""
    row = held(actor, dictation_id, "dictation.type")
    moved(actor, row, Verb.CLAIM, seen_version=seen_version, owner_id=actor.id)
    put_in(actor, row)
    record("dictation", row.id, subjects=[row.patient_id])
