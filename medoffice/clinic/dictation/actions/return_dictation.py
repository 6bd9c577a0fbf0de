"""Send what was typed back to whoever typed it."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, moved
from medoffice.clinic.dictation.actions.typing import held_text, kept_version, refuse_others
from medoffice.clinic.dictation.models import DictationVersion
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def return_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int, why: str) -> None:
    """Whoever finished it has it again, with the author's words why. Raises Refusal for another's, Invalid unsaid."""
    row = held(actor, dictation_id, "dictation.type")
    refuse_others(actor, row)
    last = DictationVersion.objects.filter(dictation=row, verb=Verb.FINISH).latest("id")
    moved(actor, row, Verb.RETURN, seen_version=seen_version, why=why, owner_id=last.by_id)
    kept_version(actor, row, held_text(row), Verb.RETURN)
    record("dictation", row.id, subjects=[row.patient_id])
