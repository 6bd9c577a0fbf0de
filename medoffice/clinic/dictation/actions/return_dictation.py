"""Send what was typed back to whoever typed it."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, moved, turn
from medoffice.clinic.dictation.actions.typing import held_text, kept_version, refuse_others
from medoffice.clinic.dictation.models import DictationVersion
from medoffice.clinic.dictation.types.dictations import State, Verb
from medoffice.security.api import action, actor_of, can, record
from medoffice.security.types import Actor


@action("dictation.type")
def return_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int, why: str) -> None:
    """Whoever finished it has it again, with the author's words why; it waits for anybody if they may hear it no more.

    Raises Refusal for another's, Invalid unsaid.
    """
    row = held(actor, dictation_id, "dictation.type")
    refuse_others(actor, row)
    last = DictationVersion.objects.filter(dictation=row, verb=Verb.FINISH).latest("id")
    moved(actor, row, Verb.RETURN, seen_version=seen_version, why=why, owner_id=last.by_id)
    typist = actor_of(last.by_id)
    if typist is None or not can(typist, "dictation.type", row.patient_id, row.encounter_id):
        row.state, row.owner = State.QUEUED, None
        row.save(update_fields=["state", "owner"])
        turn(actor, row, Verb.RETURN.value)
    kept_version(actor, row, held_text(row), Verb.RETURN)
    record("dictation", row.id, subjects=[row.patient_id])
