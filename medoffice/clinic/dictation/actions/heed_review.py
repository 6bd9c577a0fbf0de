"""Say what one did about a critical error that a review found in one's report."""

from uuid import UUID

from medoffice.clinic.dictation.actions.drawing import TO_HEED, ended, held_review
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice.api import staff_of_user
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("dictation.type")
def heed_review(*, actor: Actor, review_id: UUID, words: str) -> None:
    """The author says what was done: amended in the chart, changed before the signature, or right as it is.

    Raises NotFound for anybody else, Refusal where nothing critical waits, Invalid unsaid.
    """
    row = held_review(actor, review_id, "dictation.type")
    signer = staff_of_user(actor.id)
    if signer is None or signer.id != row.draw.dictation.author_id:
        raise NotFound
    if not row.critical or row.heeded_at is not None:
        raise Refusal("nothing-to-heed", "Nothing critical waits here.", "Look at it again.")
    said = " ".join(words.split())[:300]
    if not said:
        raise Invalid("no-words", "Say what was done.", "", {"fields": {"heeded": ["Say what was done."]}})
    row.heeded, row.heeded_at = said, clock.now()
    row.save(update_fields=["heeded", "heeded_at"])
    ended(actor, row, TO_HEED, "heeded")
    record("dictation_review", row.id, subjects=[row.draw.dictation.patient_id])
