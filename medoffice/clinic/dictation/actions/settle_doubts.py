"""Say that what was doubtful was heard again and is right."""

from uuid import UUID

from medoffice.clinic.dictation.actions.rows import held
from medoffice.clinic.dictation.actions.typing import held_text, refuse_others
from medoffice.clinic.dictation.rules.drafting import same_as, settled
from medoffice.clinic.dictation.rules.keeping import at_letter, doubtful
from medoffice.clinic.dictation.rules.word_rows import from_rows, to_rows
from medoffice.clinic.dictation.types.dictations import Settle
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def settle_doubts(*, actor: Actor, dictation_id: UUID, which: Settle, offset: int = 0) -> int:
    """The word at this letter of the text is right, also wherever else it stands, or every word is; returns how many.

    The words stay as they are. Raises Refusal for somebody whose turn it is not, and where no word stands.
    """
    row = held(actor, dictation_id, "dictation.type")
    refuse_others(actor, row)
    typed = held_text(row)
    words = list(from_rows(typed.words))
    place = at_letter(typed.text, offset)
    if which is not Settle.ALL and place is None:
        raise Refusal("no-word", "No word stands there.", "Put the cursor on a word.")
    at_word = place or 0
    places = {Settle.ALL: doubtful(words), Settle.SAME: same_as(words, at_word), Settle.WORD: [at_word]}[which]
    for at in places:
        words[at] = settled(words[at])
    typed.words = to_rows(words)
    typed.save(update_fields=["words"])
    record("dictation", row.id, subjects=[row.patient_id], settled=which.value, words=len(places))
    return len(places)
