"""Score an error of a typed report."""

from uuid import UUID

from medoffice.clinic.dictation.actions.drawing import held_review
from medoffice.clinic.dictation.models import DictationError, DictationReview
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.clinic.dictation.types.reviews import ErrorClass, ReviewState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST_WORDS = 40


@action("dictation.grade")
def score_error(*, actor: Actor, review_id: UUID, kind: ErrorClass, place: int, count: int = 1, said: str = "") -> UUID:
    """So many words of the finished text from this one on are wrong so, and this was said. The text stays as it is.

    The same place again is the same error, as it was said last. Raises Refusal for whoever typed it, and for a review
    that is done; Invalid where no word stands.
    """
    row = held_review(actor, review_id, "dictation.grade")
    refuse_scoring(actor, row)
    words = from_rows(row.draw.text.words)
    if not 0 <= place < len(words) or not 1 <= count <= MOST_WORDS:
        raise Invalid("no-word", f"Choose a word, at most {MOST_WORDS} of them.", "Put the cursor on the word.")
    told = {
        "kind": kind, "typed": " ".join(word.text for word in words[place : place + count])[:300],
        "said": " ".join(said.split())[:300], "at": clock.now(), "by": actor.name,
    }  # fmt: skip
    made, _ = DictationError.objects.update_or_create(review=row, place=place, dropped_at=None, defaults=told)
    record("dictation_review", row.id, subjects=[row.draw.dictation.patient_id], error=kind.value)
    return made.id


def refuse_scoring(actor: Actor, row: DictationReview) -> None:
    """Raise Refusal for whoever typed it, and for a review that is done."""
    if row.draw.typist_id == actor.id:
        raise Refusal("ones-own", "You typed this one.", "Somebody else reviews it.")
    if row.state != ReviewState.WAITS:
        raise Refusal("review-done", "This review is done.", "What it says stays.")
