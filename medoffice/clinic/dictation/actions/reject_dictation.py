"""Reject a dictation."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, moved
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def reject_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int, why: str) -> None:
    """It is not typed, and says why: it cannot be heard, is about another patient, came twice. Nothing is deleted."""
    row = held(actor, dictation_id, "dictation.type")
    moved(actor, row, Verb.REJECT, seen_version=seen_version, why=why)
    record("dictation", row.id, subjects=[row.patient_id])
