"""Say that one has read how one's typing was reviewed."""

from uuid import UUID

from medoffice.clinic.dictation.actions.drawing import TO_READ, ended, held_review
from medoffice.clinic.dictation.types.reviews import ReviewState
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def read_review(*, actor: Actor, review_id: UUID, answer: str = "") -> None:
    """Whoever typed it has read it, and may say what they think of it; the score stays.

    Raises NotFound for somebody else, Refusal for one that is not done or was read.
    """
    row = held_review(actor, review_id, "dictation.type")
    if row.draw.typist_id != actor.id:
        raise NotFound
    if row.state != ReviewState.TOLD:
        raise Refusal("not-to-read", "There is nothing to acknowledge here.", "Look at it again.")
    row.state, row.read_at, row.answer = ReviewState.READ, clock.now(), " ".join(answer.split())[:500]
    row.save(update_fields=["state", "read_at", "answer"])
    ended(actor, row, TO_READ, "read")
    record("dictation_review", row.id, subjects=[row.draw.dictation.patient_id])
