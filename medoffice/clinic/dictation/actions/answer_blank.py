"""Say what stands where a blank was left."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held, refuse_moved
from medoffice.clinic.dictation.actions.typing import changed, held_text, refuse_others
from medoffice.clinic.dictation.models import DictationBlank
from medoffice.clinic.dictation.rules.keeping import put_for
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def answer_blank(
    *, actor: Actor, dictation_id: UUID, blank_id: UUID, words: str, seen_visit: UUID | None = None
) -> None:
    """These words stand there, or nothing does.

    Raises Refusal where the blank stands no more, Conflict if the dictation is no longer about ``seen_visit``.
    """
    row = held(actor, dictation_id, "dictation.type")
    refuse_moved(row.number, row.encounter_id, seen_visit)
    refuse_others(actor, row)
    blank = DictationBlank.objects.filter(id=blank_id, dictation=row).first()
    if blank is None:
        raise NotFound
    typed = held_text(row)
    place = next((at for at, word in enumerate(from_rows(typed.words)) if word.id == blank.word_id), None)
    if place is None or blank.answered_at is not None:
        raise Refusal("no-blank", "This blank stands no more.", "Read the text again.")
    changed(actor, row, put_for(typed.text, place, words))
    blank.answer, blank.answered_at, blank.answered_by = " ".join(words.split())[:300], clock.now(), actor.name
    blank.save(update_fields=["answer", "answered_at", "answered_by"])
    record("dictation", row.id, subjects=[row.patient_id])
