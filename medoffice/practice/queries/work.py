"""Reads of the work queue."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.models import WorkItem as Row
from medoffice.practice.types import WorkItem, WorkState
from medoffice.practice.work_kinds import work_kinds
from medoffice.security.api import permitted, role_is_held
from medoffice.security.types import Actor, Role


def work_items(actor: Actor, queue: str | None = None, limit: int = 100) -> list[WorkItem]:
    """What waits for this person: their roles' queues (or one queue), most pressing first. One query."""
    rows = permitted(actor, "work.do", _open()).select_related("owner")
    mine = [role.value for role in Role if actor.holds(frozenset({role}))]
    rows = rows.filter(queue=queue) if queue else rows.filter(queue__in=mine)
    now = clock.now()
    return [_item(row, now) for row in rows.order_by("priority", "due_at")[:limit]]


def open_work_count() -> int:
    """How many items are open in the whole office."""
    return _open().count()


def unowned_work() -> int:
    """How many open items lie in a queue that nobody active has the role for. Must be zero."""
    queues = set(_open().values_list("queue", flat=True))
    orphaned = [queue for queue in queues if not role_is_held(Role(queue))]
    return _open().filter(queue__in=orphaned).count()


def work_about(ref: Ref) -> UUID | None:
    """The open item about this thing, if there is one."""
    return _open().filter(ref_kind=ref.kind, ref_id=ref.id).values_list("id", flat=True).first()


def _open() -> QuerySet[Row]:
    return Row.objects.exclude(state=WorkState.DONE)


def _item(row: Row, now: datetime) -> WorkItem:
    kind, ref = work_kinds[row.kind], Ref(row.ref_kind, row.ref_id)
    return WorkItem(
        id=row.id,
        kind=row.kind,
        words=kind.words,
        title=row.title,
        queue=Role(row.queue),
        state=WorkState(row.state),
        priority=row.priority,
        opened_at=row.opened_at,
        due_at=row.due_at,
        ref=ref,
        url=kind.url(ref),
        patient_id=row.patient_id,
        owner_name=row.owner.name if row.owner else "",
        overdue=row.due_at < now,
    )
