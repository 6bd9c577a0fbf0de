"""Keep what is typed of a dictation."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held
from medoffice.clinic.dictation.actions.typing import changed, refuse_others
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def keep_text(*, actor: Actor, dictation_id: UUID, text: str, seen_version: int, at_ms: int | None = None) -> int:
    """Save the words; returns the new version. ``at_ms``: where the sound was when they were typed.

    Raises Refusal for somebody whose turn it is not, Conflict if somebody else wrote meanwhile.
    """
    row = held(actor, dictation_id, "dictation.type")
    refuse_others(actor, row)
    typed = changed(actor, row, text, seen_version=seen_version, at_ms=at_ms)
    record("dictation", row.id, subjects=[row.patient_id])
    return typed.version
