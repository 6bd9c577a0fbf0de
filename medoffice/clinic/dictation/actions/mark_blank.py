"""Say why a place is left blank."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held
from medoffice.clinic.dictation.actions.typing import held_text, refuse_others
from medoffice.clinic.dictation.models import DictationBlank
from medoffice.clinic.dictation.rules.keeping import at_letter, is_blank
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.clinic.dictation.types.dictations import BlankReason
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def mark_blank(*, actor: Actor, dictation_id: UUID, offset: int, reason: BlankReason, at_ms: int | None = None) -> UUID:
    """The blank at this letter of the text is left for this reason; said again, the last reason holds.

    The author hears the sound from ``at_ms``. Raises Refusal where no blank stands.
    """
    row = held(actor, dictation_id, "dictation.type")
    refuse_others(actor, row)
    typed = held_text(row)
    words, place = from_rows(typed.words), at_letter(typed.text, offset)
    if place is None or not is_blank(words[place].text):
        raise Refusal("no-blank", "No blank stands there.", "Put the cursor on the blank.")
    word = words[place]
    where = at_ms if at_ms is not None else word.start_ms
    told = {"reason": reason, "at_ms": where, "by": actor.name, "at": clock.now(), "answered_at": None}
    told |= {"answer": "", "answered_by": ""}
    made, _ = DictationBlank.objects.update_or_create(dictation=row, word_id=word.id, defaults=told)
    record("dictation", row.id, subjects=[row.patient_id], reason=reason.value)
    return made.id
