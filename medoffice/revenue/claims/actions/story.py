"""Telling a claim's story: one event for each thing that happens to it."""

from medoffice.kernel import clock
from medoffice.revenue.claims.models import Claim, ClaimEvent
from medoffice.security.types import Actor


def tell(actor: Actor, claim: Claim, words: str, tone: str = "info") -> None:
    """Add an event to the claim's story, by whom, at the world's time."""
    ClaimEvent.objects.create(claim=claim, at=clock.now(), words=words[:300], by=actor.name, tone=tone)
