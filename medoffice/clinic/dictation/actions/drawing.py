"""Whether a finished text is reviewed, and whose turn the review is."""

from uuid import UUID

from medoffice.clinic.dictation.models import Dictation, DictationDraw, DictationReview, DictationVersion
from medoffice.clinic.dictation.queries.sampling import samplings
from medoffice.clinic.dictation.rules.keeping import blanks_in
from medoffice.clinic.dictation.rules.sampling import picked, sampling_of, ticket
from medoffice.clinic.dictation.rules.word_rows import from_rows
from medoffice.clinic.dictation.types.reviews import Picked, ReviewState
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, staff_member
from medoffice.security.api import actor_of, can, require, users
from medoffice.security.types import Actor, Role

REVIEW, TO_REVIEW, TO_READ, TO_HEED = "dictation_review", "dictation-review", "dictation-feedback", "dictation-flaw"
_GRADE = "dictation.grade"


def draw(actor: Actor, row: Dictation, text: DictationVersion) -> None:
    """The first text that somebody finished of another's dictation draws its ticket; kept, whatever it says."""
    if staff_member(row.author_id).user_id == actor.id or DictationDraw.objects.filter(dictation=row).exists():
        return
    how, number = sampling_of(samplings(), actor.id), ticket(text.id)
    before = DictationDraw.objects.filter(typist_id=actor.id).count()
    why = picked(how, before=before, blanks=len(blanks_in(from_rows(text.words))), drawn=number)
    drawn = DictationDraw.objects.create(
        dictation=row, text=text, typist_id=actor.id, ticket=number, percent=how.percent, picked=why, at=clock.now()
    )
    if why is Picked.PASSED_OVER:
        return
    _wants(actor, row, DictationReview.objects.create(draw=drawn, state=ReviewState.WAITS))


def review_again(actor: Actor, row: Dictation) -> None:
    """Of a dictation that is about another visit by now, a review that waits is work about that one."""
    found = DictationReview.objects.filter(draw__dictation=row, state=ReviewState.WAITS).select_related("draw").first()
    if found is not None:
        ended(actor, found, TO_REVIEW, "is about another visit")
        _wants(actor, row, found)


def _wants(actor: Actor, row: Dictation, made: DictationReview) -> None:
    open_work(
        actor=actor, kind=TO_REVIEW, title=f"{row.number}: review how it was typed", ref=Ref(REVIEW, made.id),
        patient_id=row.patient_id, visit_id=row.encounter_id, priority=3, key=str(made.id),
        queue=Role.TRANSCRIPTIONIST if _others_type(made.draw.typist_id, row) else Role.PROVIDER,
    )  # fmt: skip


def held_review(actor: Actor, review_id: UUID, word: str) -> DictationReview:
    """A review, locked, that the actor may do this with. Raises NotFound."""
    rows = DictationReview.objects.select_for_update(of=("self",))
    row = rows.select_related("draw__dictation__author", "draw__text", "draw__typist").filter(id=review_id).first()
    if row is None:
        raise NotFound
    require(actor, word, row.draw.dictation.patient_id, row.draw.dictation.encounter_id)
    return row


def ended(actor: Actor, row: DictationReview, kind: str, outcome: str) -> None:
    """What this review was somebody's work for is done."""
    finish_work_about(actor=actor, ref=Ref(REVIEW, row.id), outcome=outcome, kind=kind)


def _others_type(typist_id: UUID, row: Dictation) -> bool:
    others = (one for one in users() if one.active and one.id != typist_id and Role.TRANSCRIPTIONIST in one.roles)
    people = (actor_of(one.id) for one in others)
    return any(one and can(one, _GRADE, row.patient_id, row.encounter_id) for one in people)
