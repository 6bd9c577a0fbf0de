"""What a dictation leaves behind once it stands with another chart."""

from medoffice.clinic.dictation.actions.rows import fits
from medoffice.clinic.dictation.actions.typing import held_text
from medoffice.clinic.dictation.models import Dictation, DictationDraft
from medoffice.clinic.dictation.rules.drafting import without_chart
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.rules.word_rows import from_rows, to_rows
from medoffice.clinic.dictation.types.dictations import State


def free_from_unfit(row: Dictation) -> None:
    """Whoever types it and is not here, or may not hear about the patient it is about now, has it no more."""
    if row.owner_id and State(row.state) in OPEN and not fits(row.owner_id, row, "dictation.type"):
        row.state, row.owner, row.why = State.QUEUED, None, ""


def forget_chart(row: Dictation) -> None:
    """A draft that nobody has put in is made anew by the right chart; of the others only what was heard stays."""
    drafts = DictationDraft.objects.filter(recording__dictation=row)
    drafts.filter(put_at=None).delete()
    for draft in drafts:
        draft.forgot, draft.hints, draft.learned = draft.forgot or bool(draft.hints), [], []
        draft.words = to_rows([without_chart(word) for word in from_rows(draft.words)])
        draft.save(update_fields=["forgot", "hints", "learned", "words"])
    typed = held_text(row)
    typed.words = to_rows([without_chart(word) for word in from_rows(typed.words)])
    typed.save(update_fields=["words"])
