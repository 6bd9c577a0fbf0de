"""Put something that a person must see into the work queue."""

from datetime import datetime, timedelta
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.models import WorkItem
from medoffice.practice.offers import work_kinds
from medoffice.practice.types import WorkState
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("work.open")
def open_work(
    *,
    actor: Actor,
    kind: str,
    title: str,
    ref: Ref,
    patient_id: UUID | None = None,
    priority: int = 2,
    due_at: datetime | None = None,
    key: str = "",
) -> UUID:
    """Open an item in the queue of its kind; the same non-empty key while one is open gives that one."""
    now, known = clock.now(), work_kinds[kind]
    if key:
        again = WorkItem.objects.filter(kind=kind, key=key).exclude(state=WorkState.DONE).first()
        if again is not None:
            return again.id
    row = WorkItem.objects.create(
        kind=kind,
        key=key,
        title=title[:200],
        queue=known.queue,
        priority=priority,
        opened_at=now,
        due_at=due_at or now + timedelta(hours=known.due_hours),
        ref_kind=ref.kind,
        ref_id=ref.id,
        patient_id=patient_id,
    )
    record("work", row.id, subjects=[patient_id] if patient_id else [])
    return row.id
