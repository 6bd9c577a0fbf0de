"""Cancel a visit and offer its time to the waitlist, in one act."""

from uuid import UUID

from medoffice.front_office.outreach.actions.offer_time import offer_time
from medoffice.front_office.scheduling.api import appointment, cancel
from medoffice.front_office.scheduling.types import OPEN
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("outreach.waitlist")
def cancel_and_offer(*, actor: Actor, appointment_id: UUID, why: str, waiter_ids: tuple[UUID, ...]) -> int:
    """Cancel it, if it still stands, and ask these people of the waitlist (nobody, if none is named); returns how many.

    Raises as ``cancel`` and ``offer_time``; then nothing has changed.
    """
    visit = appointment(appointment_id)
    require(actor, "outreach.waitlist", visit.patient_id)
    record("appointment", visit.id, subjects=[visit.patient_id])
    if visit.state in OPEN:
        cancel(actor=actor, appointment_id=visit.id, why=why)
    if not waiter_ids:
        return 0
    return offer_time(
        actor=actor,
        provider_id=visit.provider_id,
        site_id=visit.site_id,
        starts=visit.starts,
        ends=visit.ends,
        waiter_ids=waiter_ids,
        about=visit.id,
    )
