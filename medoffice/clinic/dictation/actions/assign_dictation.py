"""Say who types a dictation."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, moved
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, actor_of, can, record
from medoffice.security.types import Actor


@action("dictation.assign")
def assign_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int, to: UUID) -> None:
    """It is theirs to type from now on. Raises Invalid for somebody who does not type, or not about this visit."""
    row = held(actor, dictation_id, "dictation.assign")
    other = actor_of(to)
    if other is None or not can(other, "dictation.type", row.patient_id, row.encounter_id):
        words = "Choose somebody who types dictations and may hear this one."
        raise Invalid("cannot-type", words, "", {"fields": {"to": [words]}})
    moved(actor, row, Verb.ASSIGN, seen_version=seen_version, why=other.name, owner_id=to)
    record("dictation", row.id, subjects=[row.patient_id], to=str(to))
