"""Take a time that was offered."""

from uuid import UUID

from medoffice.front_office.outreach.actions.offering import close_offer, end_offer, held_offer, say_too_late
from medoffice.front_office.outreach.models import Offer, Waiter
from medoffice.front_office.outreach.queries.waitlist import gives_up, to_waiter
from medoffice.front_office.outreach.types.waitlist import OfferState, WaitState
from medoffice.front_office.scheduling.api import book, confirm, move
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

_OVER = {
    OfferState.ACCEPTED: "They took it before.",
    OfferState.DECLINED: "They declined it before.",
    OfferState.EXPIRED: "The offer ran out before the answer came.",
    OfferState.TOO_LATE: "Somebody else took the time first.",
}


@action("outreach.waitlist")
def accept_offer(*, actor: Actor, offer_id: UUID) -> UUID:
    """Book it for whom it was offered, or move their later visit there; all others who were asked are too late.

    Returns the visit. Raises Refusal (offer-over) in words if it cannot be taken any more.
    """
    waiter_id = Offer.objects.filter(id=offer_id).values_list("waiter_id", flat=True).first()
    if waiter_id is None:
        raise NotFound
    waiter, elsewhere = _alone(waiter_id, offer_id)
    row = held_offer(offer_id)
    require(actor, "outreach.waitlist", waiter.patient_id)
    if waiter.state != WaitState.WAITING and row.state in (OfferState.OPEN, OfferState.DECLINED):
        raise Refusal("offer-over", "They have a time, or were taken off the list.", "Nothing was booked.")
    if row.state == OfferState.OPEN and row.until <= clock.now():
        raise Refusal("offer-over", _OVER[OfferState.EXPIRED], "They stay on the list.")
    if row.state != OfferState.OPEN:
        raise Refusal("offer-over", _OVER[OfferState(row.state)], "They stay on the list.")
    row.appointment_id = _take(actor, row)
    end_offer(row, OfferState.ACCEPTED)
    Waiter.objects.filter(id=row.waiter_id).update(state=WaitState.BOOKED)
    finish_work_about(actor=actor, ref=Ref("outreach_offer", row.id), outcome="taken")
    others = Offer.objects.filter(hold_id=row.hold_id, state=OfferState.OPEN).select_related("waiter").order_by("id")
    for other in others:
        say_too_late(actor, other)
    for other_id in elsewhere:
        close_offer(actor, other_id, OfferState.DECLINED)
    record("offer", row.id, subjects=[row.waiter.patient_id])
    return row.appointment_id


def _alone(waiter_id: UUID, offer_id: UUID) -> tuple[Waiter, list[UUID]]:
    """Who waits, and other times they are offered; locked, with all who are offered one of these, in one order."""
    waiter = Waiter.objects.select_for_update().get(id=waiter_id)
    theirs = Offer.objects.filter(waiter=waiter, state=OfferState.OPEN)
    holds = list(theirs.values_list("hold_id", flat=True))
    list(Offer.objects.select_for_update(of=("self",)).filter(hold_id__in=holds).order_by("id"))
    return waiter, list(theirs.exclude(id=offer_id).values_list("id", flat=True))


def _take(actor: Actor, row: Offer) -> UUID:
    """The visit at the offered time; the patient has said that they come."""
    waiter = to_waiter(row.waiter)
    if waiter.instead_of is not None and gives_up(waiter, row.starts):
        taken = move(
            actor=actor,
            appointment_id=waiter.instead_of,
            starts=row.starts,
            provider_id=row.provider_id,
            site_id=row.site_id,
            hold_id=row.hold_id,
        )
    else:
        taken = book(
            actor=actor,
            patient_id=waiter.patient_id,
            provider_id=row.provider_id,
            site_id=row.site_id,
            starts=row.starts,
            visit_type=waiter.kind,
            reason=waiter.why or "from the waitlist",
            hold_id=row.hold_id,
        )
    confirm(actor=actor, appointment_id=taken)
    return taken
