"""Telling a claim's story: one event for each thing that happens to it."""

from medoffice.kernel import clock
from medoffice.revenue.claims.actions.rows import story_row
from medoffice.revenue.claims.models import Claim
from medoffice.security.types import Actor


def tell(actor: Actor, claim: Claim, words: str, tone: str = "info") -> None:
    """Add an event to the claim's story, by whom, at the world's time."""
    story_row(claim.id, words, actor.name, clock.now(), tone).save(force_insert=True)
