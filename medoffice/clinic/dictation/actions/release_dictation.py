"""Put a dictation back."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, moved
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.assign")
def release_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int) -> None:
    """It waits for whoever comes first again; what was typed stays with it."""
    row = held(actor, dictation_id, "dictation.assign")
    moved(actor, row, Verb.RELEASE, seen_version=seen_version)
    record("dictation", row.id, subjects=[row.patient_id])
