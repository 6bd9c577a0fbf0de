"""Say that a review of a report's quality is done."""

from uuid import UUID

from medoffice.clinic.dictation.actions.drawing import REVIEW, TO_HEED, TO_READ, TO_REVIEW, ended, held_review
from medoffice.clinic.dictation.actions.score_error import refuse_scoring
from medoffice.clinic.dictation.models import DictationReview
from medoffice.clinic.dictation.queries.reviews import mistakes_of
from medoffice.clinic.dictation.rules.grading import critical_ones, score
from medoffice.clinic.dictation.types.reviews import ReviewState
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, staff_member
from medoffice.security.api import action, actor_of, can, record
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
    _told(actor, row, TO_READ, f"{row.draw.dictation.number}: how it was typed", row.draw.typist_id, 3)
    if row.critical:
        author = staff_member(row.draw.dictation.author_id).user_id
        _told(actor, row, TO_HEED, f"{row.draw.dictation.number}: a review found a critical error", author, 1)
    subjects = [row.draw.dictation.patient_id]
    record("dictation_review", row.id, subjects=subjects, score=row.score, critical=row.critical)
    return row.score


def _told(actor: Actor, row: DictationReview, kind: str, title: str, owner_id: UUID | None, priority: int) -> None:
    """It is this person's work, or that of the kind's queue where they may not see it any more."""
    one = row.draw.dictation
    owner = actor_of(owner_id) if owner_id else None
    fit = owner is not None and can(owner, "dictation.listen", one.patient_id, one.encounter_id)
    open_work(
        actor=actor, kind=kind, title=title, ref=Ref(REVIEW, row.id), patient_id=one.patient_id,
        visit_id=one.encounter_id, priority=priority, key=str(row.id), owner_id=owner_id if fit else None,
    )  # fmt: skip
