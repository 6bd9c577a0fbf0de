"""Put what is overdue before the people who follow it."""

from medoffice.front_office.referrals.actions.rows import OVERDUE, today
from medoffice.front_office.referrals.actions.starting import closing_time
from medoffice.front_office.referrals.models import Referral
from medoffice.front_office.referrals.rules.pacing import PRESSING, danger
from medoffice.front_office.referrals.types import Direction, Priority, State
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, open_work
from medoffice.security.api import action, record, role_is_held
from medoffice.security.types import Actor, Role


@action("referrals.follow")
def watch_referrals(*, actor: Actor) -> int:
    """Open work for every referral whose next step is overdue, once; returns how many are.

    What is to be sent has work of its own from the day it was made.
    """
    now = today()
    rows = Referral.objects.filter(due_on__lt=now).exclude(state__in=[State.CLOSED, State.TO_SEND])
    found = [row for row in rows.order_by("due_on", "id") if row.quiet_until is None or row.quiet_until <= now]
    queue = Role.SECRETARY if role_is_held(Role.SECRETARY) else Role.RECEPTIONIST
    for row in found:
        open_work(
            actor=actor,
            kind=OVERDUE,
            title=f"{row.number} is overdue: {_WANTED[Direction(row.direction)][State(row.state)]}",
            ref=Ref("referral", row.id),
            patient_id=row.patient_id,
            visit_id=row.encounter_id,
            priority=1 if danger(Priority(row.priority), row.due_on, now) >= PRESSING else 2,
            due_at=closing_time(row.due_on, office_zone()),
            key=str(row.id),
            queue=queue,
        )
    record("referral", count=len(found))
    return len(found)


_WANTED = {
    Direction.OUT: {
        State.SENT: "do they have it?",
        State.ACKNOWLEDGED: "is a visit booked?",
        State.SCHEDULED: "where is the report?",
        State.REPORTED: "the report is not read",
    },
    Direction.IN: {
        State.SENT: "tell them we have it",
        State.ACKNOWLEDGED: "book the visit",
        State.SCHEDULED: "send our report",
        State.REPORTED: "close it",
    },
}
