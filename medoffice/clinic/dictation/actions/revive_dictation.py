"""Take back that a dictation was rejected."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, moved
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def revive_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int) -> None:
    """It waits to be typed again; its time has run on."""
    row = held(actor, dictation_id, "dictation.type")
    moved(actor, row, Verb.REVIVE, seen_version=seen_version)
    record("dictation", row.id, subjects=[row.patient_id])
