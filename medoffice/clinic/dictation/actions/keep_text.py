"""Keep what is typed of a dictation."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, refuse_moved
from medoffice.clinic.dictation.actions.typing import changed, refuse_others
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def keep_text(
    *,
    actor: Actor,
    dictation_id: UUID,
    text: str,
    seen_version: int,
    at_ms: int | None = None,
    seen_visit: UUID | None = None,
) -> int:
    """Save the words; returns the new version. ``at_ms``: where the sound was when they were typed.

    Raises Refusal for somebody whose turn it is not, Conflict if somebody else wrote meanwhile, or if it is no longer
    about ``seen_visit``.
    """
    row = held(actor, dictation_id, "dictation.type")
    refuse_moved(row.number, row.encounter_id, seen_visit)
    refuse_others(actor, row)
    typed = changed(actor, row, text, seen_version=seen_version, at_ms=at_ms)
    record("dictation", row.id, subjects=[row.patient_id])
    return typed.version
