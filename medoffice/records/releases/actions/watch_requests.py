"""Put requests whose time runs out before whoever answers for them."""

from datetime import timedelta

from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work, today_here
from medoffice.records.releases.actions.rows import LATE, SOON_DUE, end_of
from medoffice.records.releases.models import Request
from medoffice.records.releases.rules.pressing import SOON, priority_of
from medoffice.records.releases.types import State
from medoffice.security.api import action, record, role_is_held
from medoffice.security.types import Actor, Role


@action("releases.work")
def watch_requests(*, actor: Actor) -> int:
    """Open work for every request that is due soon, and anew once it is at its end or overdue; returns how many are.

    It is the privacy officer's, beside the secretary's own item; what is at its end or overdue stands on top.
    """
    today = today_here()
    rows = Request.objects.filter(state=State.OPEN, due_on__lte=today + timedelta(days=SOON)).order_by("due_on", "id")
    queue = Role.PRIVACY_OFFICER if role_is_held(Role.PRIVACY_OFFICER) else Role.SECRETARY
    for row in rows:
        ref, priority = Ref("release", row.id), priority_of(row.due_on, today) or 2
        if priority == 1:
            finish_work_about(actor=actor, ref=ref, outcome="pressing", kind=SOON_DUE)
        open_work(
            actor=actor,
            kind=LATE if priority == 1 else SOON_DUE,
            title=f"{row.number} {'is overdue since' if row.due_on < today else 'is due on'} {row.due_on:%m/%d/%Y}",
            ref=ref,
            patient_id=row.patient_id,
            priority=priority,
            due_at=end_of(row.due_on),
            key=str(row.id),
            queue=queue,
        )
    record("release", count=len(rows))
    return len(rows)
