"""Take somebody off the waitlist."""

from uuid import UUID

from medoffice.front_office.outreach.actions.offering import close_offer
from medoffice.front_office.outreach.models import Offer, Waiter
from medoffice.front_office.outreach.types.waitlist import OfferState, WaitState
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("outreach.waitlist")
def end_wait(*, actor: Actor, waiter_id: UUID, why: str) -> None:
    """They wait no longer; what is offered to them goes to the next. Doing it again changes nothing."""
    row = Waiter.objects.select_for_update().filter(id=waiter_id).first()
    if row is None:
        raise NotFound
    require(actor, "outreach.waitlist", row.patient_id)
    if row.state != WaitState.WAITING:
        return
    row.state, row.ended_why = WaitState.ENDED, why.strip()[:120] or "taken off"
    row.save(update_fields=["state", "ended_why"])
    for offer_id in Offer.objects.filter(waiter=row, state=OfferState.OPEN).values_list("id", flat=True):
        close_offer(actor, offer_id, OfferState.DECLINED)
    record("waiter", row.id, subjects=[row.patient_id])
