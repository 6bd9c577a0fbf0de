"""Say that a dictation is typed."""

from uuid import UUID

from medoffice.clinic.dictation.actions.drawing import draw
from medoffice.clinic.dictation.actions.rows import held, moved
from medoffice.clinic.dictation.actions.typing import held_text, kept_version, open_blanks, refuse_others
from medoffice.clinic.dictation.rules.keeping import blanks_in, doubtful
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.clinic.dictation.types.dictations import Verb
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def finish_dictation(*, actor: Actor, dictation_id: UUID, seen_version: int) -> None:
    """It waits for its author, who has it among their work. The text as it is now stays as a version,
    and is drawn for a review of its quality or passed over.

    Raises Refusal for somebody whose turn it is not, for nothing typed, for blanks without a reason, and for
    doubtful words that nobody heard again.
    """
    row = held(actor, dictation_id, "dictation.type")
    refuse_others(actor, row)
    typed = held_text(row)
    if not typed.text.strip():
        raise Refusal("nothing-typed", "Nothing is typed yet.", "Type it, or reject it and say why.")
    words = from_rows(typed.words)
    left = len(blanks_in(words)) - len(open_blanks(row, words))
    if left:
        said = "One blank has no reason." if left == 1 else f"{left} blanks have no reason."
        raise Refusal("blanks-unsaid", said, "Say why each is left; F9 goes to them.")
    if unsure := len(doubtful(words)):
        said = "One doubtful word was" if unsure == 1 else f"{unsure} doubtful words were"
        fix = "F8 goes to them and Enter says one is right; Alt H says all are."
        raise Refusal("doubts-left", f"{said} not heard again.", fix)
    moved(actor, row, Verb.FINISH, seen_version=seen_version)
    draw(actor, row, kept_version(actor, row, typed, Verb.FINISH))
    record("dictation", row.id, subjects=[row.patient_id])
