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
    """Of a dictation that is about another visit by now, what is to be done with its review is work about that one."""
    found = DictationReview.objects.filter(draw__dictation=row).select_related("draw__dictation").first()
    if found is None:
        return
    for kind in (TO_REVIEW, TO_READ, TO_HEED):
        ended(actor, found, kind, "is about another visit")
    if found.state == ReviewState.WAITS:
        _wants(actor, row, found)
    else:
        tell(actor, found)


def tell(actor: Actor, row: DictationReview) -> None:
    """Whoever typed it has to read a review that is done, and its author to look at what is critical."""
    one = row.draw.dictation
    if row.state == ReviewState.TOLD:
        _told(actor, row, TO_READ, f"{one.number}: how it was typed", row.draw.typist_id, 3)
    if row.critical and row.heeded_at is None:
        author = staff_member(one.author_id).user_id
        _told(actor, row, TO_HEED, f"{one.number}: a review found a critical error", author, 1)


def _told(actor: Actor, row: DictationReview, kind: str, title: str, owner_id: UUID | None, priority: int) -> None:
    """It is this person's work, or that of the kind's queue where they may not see it any more."""
    one = row.draw.dictation
    owner = actor_of(owner_id) if owner_id else None
    fit = owner is not None and can(owner, "dictation.listen", one.patient_id, one.encounter_id)
    open_work(
        actor=actor, kind=kind, title=title, ref=Ref(REVIEW, row.id), patient_id=one.patient_id,
        visit_id=one.encounter_id, priority=priority, key=str(row.id), owner_id=owner_id if fit else None,
    )  # fmt: skip


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
