"""Say what was found about an access."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.acting import action, record
from medoffice.security.actions.labelling import said
from medoffice.security.models import Access
from medoffice.security.types import AccessReviewed, Actor, Review
from medoffice.security.words import require


@action("security.review")
def review_access(*, actor: Actor, access_id: UUID, outcome: Review, words: str) -> None:
    """Review an access once. Raises NotFound, Refusal for one's own or one that is reviewed, Invalid without words."""
    row = Access.objects.select_for_update().filter(id=access_id).first()
    if row is None:
        raise NotFound
    require(actor, "security.review", row.subject)
    if row.user_id == actor.id:
        raise Refusal("own-access", "Nobody reviews their own access.", "Ask another privacy officer or the owner.")
    if row.reviewed_at is not None:
        raise Refusal("reviewed-already", f"{row.reviewed_by} has reviewed this.", "Open the list again.")
    row.reviewed_at, row.reviewed_by = clock.now(), actor.name
    row.outcome, row.outcome_words = outcome, said(words, "words", limit=300)
    row.save(update_fields=["reviewed_at", "reviewed_by", "outcome", "outcome_words"])
    publish(AccessReviewed(row.id), subject=row.id)
    record("access", row.id, subjects=[row.subject], outcome=outcome.value)
