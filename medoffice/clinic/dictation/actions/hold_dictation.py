"""Put a dictation on hold."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, moved
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.assign")
def hold_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int, why: str) -> None:
    """It waits for an answer, and says for which; whoever had it keeps it. Its time runs on."""
    row = held(actor, dictation_id, "dictation.assign")
    moved(actor, row, Verb.HOLD, seen_version=seen_version, why=why, owner_id=row.owner_id)
    record("dictation", row.id, subjects=[row.patient_id])
