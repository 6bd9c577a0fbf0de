"""End the offers whose time is over, and ask the next."""

from uuid import UUID

from medoffice.front_office.outreach.actions.offering import close_offer
from medoffice.front_office.outreach.queries.waitlist import overdue
from medoffice.front_office.outreach.types.waitlist import OfferState
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor


def expire_offers(*, actor: Actor) -> int:
    """Returns how many ended. Each is an act of its own."""
    with acts_of_their_own():
        return sum(expire_offer(actor=actor, offer_id=offer_id) for offer_id in overdue())


@action("outreach.waitlist")
def expire_offer(*, actor: Actor, offer_id: UUID) -> bool:
    """Nobody answered in time; False if somebody did meanwhile."""
    record("offer", offer_id)
    return close_offer(actor, offer_id, OfferState.EXPIRED)
