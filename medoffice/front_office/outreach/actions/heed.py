"""What outreach does when the schedule says that something has changed."""

from datetime import timedelta
from uuid import UUID

from medoffice.front_office.outreach.actions.hand_over import withdrawn
from medoffice.front_office.outreach.actions.meant import no_longer_meant
from medoffice.front_office.outreach.actions.missing import note_missed
from medoffice.front_office.outreach.actions.offering import say_too_late
from medoffice.front_office.outreach.models import Message, Offer
from medoffice.front_office.outreach.queries.waitlist import free_time, suited
from medoffice.front_office.outreach.types.messages import MessageState
from medoffice.front_office.outreach.types.waitlist import OfferState
from medoffice.front_office.scheduling.api import appointment
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, staff_member
from medoffice.security.api import action, record
from medoffice.security.types import Actor

SOON = timedelta(hours=1)


@action("outreach.send")
def heed_freed(*, actor: Actor, appointment_id: UUID) -> None:
    """A visit gave up its time: what was to be said of it is not. If somebody waits for such a time, it is work."""
    for row in Message.objects.select_for_update().filter(about_id=appointment_id, state=MessageState.QUEUED):
        why = no_longer_meant(row)
        if why:
            withdrawn(row, why, actor.name)
    visit = appointment(appointment_id)
    note_missed(actor, visit)
    record("appointment", visit.id, subjects=[visit.patient_id])
    if visit.starts <= clock.now() or visit.walk_in:
        return
    free = free_time(visit.provider_id, visit.site_id, visit.starts, visit.ends)
    waiting = suited(actor, free, 1)
    if waiting:
        title = f"Free: {free.at:%a %m/%d %-I:%M %p}, {staff_member(visit.provider_id).name}. Somebody waits for it."
        open_work(
            actor=actor,
            kind="time-free",
            title=title,
            ref=Ref("appointment", visit.id),
            due_at=min(visit.starts, clock.now() + SOON),
            key=f"{visit.provider_id} {visit.starts.isoformat()}",
        )


@action("outreach.waitlist")
def heed_broken(*, actor: Actor, hold_id: UUID) -> None:
    """A time that was offered was given to somebody else: whoever was asked is told."""
    rows = Offer.objects.select_for_update(of=("self",)).filter(hold_id=hold_id, state=OfferState.OPEN)
    for row in rows.select_related("waiter").order_by("id"):
        say_too_late(actor, row)
    record("hold", hold_id)
