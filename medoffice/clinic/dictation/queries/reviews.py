"""Reads of reviews of quality: those that wait, those that are done, the errors of one, who was drawn how often."""

from uuid import UUID

from django.db.models import Count, Q, QuerySet

from medoffice.clinic.dictation import models
from medoffice.clinic.dictation.queries.dictations import to_dictation
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.clinic.dictation.types.dictations import Word
from medoffice.clinic.dictation.types.reviews import ErrorClass, Mistake, Picked, Review, ReviewState
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import staff_of_user
from medoffice.security.api import can, permitted, require
from medoffice.security.types import Actor

READ, EVERYBODYS = "dictation.read", "dictation.weigh"


def reviews_waiting(actor: Actor) -> list[Review]:
    """What waits for a reviewer and was not typed by the actor, the oldest first. One query."""
    if not can(actor, "dictation.grade"):
        return []
    return _seen(actor, _rows().filter(state=ReviewState.WAITS).exclude(draw__typist_id=actor.id).order_by("id"))


def reviews_told(actor: Actor) -> list[Review]:
    """What is done, the latest first: everybody's for who may weigh it, else what one typed or reviewed. One query.

    Only those of dictations that the actor may know of.
    """
    return _seen(actor, _weighed(actor).order_by("-done_at", "-id"))


def counted_reviews(actor: Actor) -> list[Review]:
    """What is done, for sums: also of dictations whose text or number the actor may not see. One query."""
    rows = _rows().exclude(state=ReviewState.WAITS)
    if not can(actor, EVERYBODYS):
        rows = rows.filter(draw__typist_id=actor.id)
    return [to_review(row) for row in rows.order_by("id")]


def review(actor: Actor, review_id: UUID, word: str = "dictation.listen") -> Review:
    """A review that somebody may see: who may score it, who typed it, who reviewed it, its author; once it is done, who
    weighs everybody's. Raises NotFound, also for whoever typed it while it is not done.
    """
    row = _rows().filter(id=review_id).first()
    if row is None:
        raise NotFound
    one = row.draw.dictation
    require(actor, word, one.patient_id, one.encounter_id)
    signer = staff_of_user(actor.id)
    theirs = actor.id in (row.draw.typist_id, row.reviewer_id) or (signer is not None and signer.id == one.author_id)
    may_score = row.state == ReviewState.WAITS and can(actor, "dictation.grade", one.patient_id, one.encounter_id)
    unfinished = row.state == ReviewState.WAITS and row.draw.typist_id == actor.id
    weighs = row.state != ReviewState.WAITS and can(actor, EVERYBODYS)
    if unfinished or not (theirs or may_score or weighs):
        raise NotFound
    return to_review(row)


def review_of(dictation_id: UUID) -> Review | None:
    """The review of a dictation that is done. One query."""
    row = _rows().filter(draw__dictation_id=dictation_id).exclude(state=ReviewState.WAITS).first()
    return to_review(row) if row else None


def typing_unreviewed() -> list[UUID]:
    """The dictations whose typing waits for a reviewer. One query."""
    rows = models.DictationReview.objects.filter(state=ReviewState.WAITS).order_by("id")
    return list(rows.values_list("draw__dictation_id", flat=True))


def mistakes_of(review_id: UUID) -> list[Mistake]:
    """The errors that stand, in the order of the text. One query."""
    rows = models.DictationError.objects.filter(review_id=review_id, dropped_at=None).order_by("place", "id")
    return [Mistake(ErrorClass(row.kind), row.typed, row.said, row.place, row.id) for row in rows]


def text_reviewed(review_id: UUID) -> tuple[str, tuple[Word, ...]]:
    """The finished text that is reviewed, with its words. One query."""
    row = models.DictationVersion.objects.get(
        id__in=models.DictationReview.objects.filter(id=review_id).values("draw__text_id")
    )
    return row.text, from_rows(row.words)


def drawn_by_person() -> dict[UUID, tuple[int, int]]:
    """How many reports of each person drew a ticket, and how many of these are reviewed. One query."""
    counts = models.DictationDraw.objects.values("typist_id").annotate(
        all=Count("id"), reviewed=Count("id", filter=~Q(picked=Picked.PASSED_OVER))
    )
    return {one["typist_id"]: (one["all"], one["reviewed"]) for one in counts}


def to_review(row: models.DictationReview) -> Review:
    """A row as a review."""
    return Review(
        row.id, to_dictation(row.draw.dictation), row.draw.typist_id, row.draw.typist.name, Picked(row.draw.picked),
        ReviewState(row.state), row.draw.at, row.reviewer.name if row.reviewer else "", row.score, row.critical,
        row.words, row.done_at, row.answer, row.read_at, row.heeded_at, row.heeded,
    )  # fmt: skip


def _weighed(actor: Actor) -> QuerySet[models.DictationReview]:
    rows = _rows().exclude(state=ReviewState.WAITS)
    return rows if can(actor, EVERYBODYS) else rows.filter(Q(draw__typist_id=actor.id) | Q(reviewer_id=actor.id))


def _seen(actor: Actor, rows: QuerySet[models.DictationReview]) -> list[Review]:
    found = permitted(actor, READ, rows, "draw__dictation__patient_id", "draw__dictation__encounter_id")
    return [to_review(row) for row in found]


def _rows() -> QuerySet[models.DictationReview]:
    return models.DictationReview.objects.select_related(
        "draw__dictation__author", "draw__dictation__owner", "draw__typist", "reviewer"
    )
