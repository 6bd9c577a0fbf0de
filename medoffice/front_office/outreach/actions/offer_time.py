"""Offer a free time to people of the waitlist."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.outreach.actions.offering import offer_to, still_waiting
from medoffice.front_office.outreach.queries.waitlist import free_time, suited
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

AT_ONCE = 5


@action("outreach.waitlist")
def offer_time(
    *,
    actor: Actor,
    provider_id: UUID,
    site_id: UUID,
    starts: datetime,
    ends: datetime,
    waiter_ids: tuple[UUID, ...] = (),
    about: UUID | None = None,
) -> int:
    """Hold it and ask these people, or the first whom it suits; returns how many are asked. The first yes takes it.

    ``about`` is the visit that freed it: its work is done with this. Raises Refusal if nobody waits for such a time,
    and as ``hold_time``.
    """
    free = free_time(provider_id, site_id, starts, ends)
    chosen = [match.waiter.id for match in suited(actor, free, 20)]
    wanted = [one for one in chosen if one in waiter_ids] if waiter_ids else chosen[:1]
    waiters = still_waiting(wanted[:AT_ONCE])
    if not waiters:
        raise Refusal("nobody-waits", "Nobody on the waitlist waits for such a time.", "Leave it free, or book it.")
    for waiter in waiters:
        require(actor, "outreach.waitlist", waiter.patient_id)
    made = offer_to(actor, waiters, free)
    if about is not None:
        finish_work_about(actor=actor, ref=Ref("appointment", about), outcome="offered", kind="time-free")
    record("offer", made[0].id, subjects=[waiter.patient_id for waiter in waiters], asked=len(made))
    return len(made)
