"""Say that a review of a report's quality is done."""

from uuid import UUID

from medoffice.clinic.dictation.actions.drawing import TO_REVIEW, ended, held_review, tell
from medoffice.clinic.dictation.actions.score_error import refuse_scoring
from medoffice.clinic.dictation.queries.reviews import mistakes_of
from medoffice.clinic.dictation.rules.grading import critical_ones, score
from medoffice.clinic.dictation.types.reviews import ReviewState
from medoffice.kernel import clock
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.grade")
def finish_review(*, actor: Actor, review_id: UUID, words: str = "") -> int:
    """Its score is what the errors make it, and stays; returns it. Whoever typed it has the sheet to read.

    The report is not changed: its author has what is critical among their work, and amends it in the chart. Raises
    Refusal as ``score_error``.
    """
    row = held_review(actor, review_id, "dictation.grade")
    refuse_scoring(actor, row)
    errors = mistakes_of(row.id)
    row.state, row.reviewer_id, row.done_at = ReviewState.TOLD, actor.id, clock.now()
    row.score, row.critical, row.words = score(errors), critical_ones(errors), " ".join(words.split())[:500]
    row.save()
    ended(actor, row, TO_REVIEW, "reviewed")
    tell(actor, row)
    subjects = [row.draw.dictation.patient_id]
    record("dictation_review", row.id, subjects=subjects, score=row.score, critical=row.critical)
    return row.score
