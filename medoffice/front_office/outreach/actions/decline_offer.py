"""Note that somebody does not want a time that was offered."""

from uuid import UUID

from medoffice.front_office.outreach.actions.offering import close_offer
from medoffice.front_office.outreach.models import Offer
from medoffice.front_office.outreach.types.waitlist import OfferState
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("outreach.waitlist")
def decline_offer(*, actor: Actor, offer_id: UUID) -> None:
    """They stay on the list; the time goes to the next. What has ended before stays so."""
    row = Offer.objects.filter(id=offer_id).select_related("waiter").first()
    if row is None:
        raise NotFound
    require(actor, "outreach.waitlist", row.waiter.patient_id)
    close_offer(actor, offer_id, OfferState.DECLINED)
    record("offer", offer_id, subjects=[row.waiter.patient_id])
