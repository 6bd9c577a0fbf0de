"""Put something that a person must see into the work queue."""

from datetime import datetime
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.actions.refusing import refuse_unfit
from medoffice.practice.actions.rows import work_row
from medoffice.practice.models import WorkItem
from medoffice.practice.types import WorkState
from medoffice.security.api import action, record
from medoffice.security.types import Actor, Role


@action("work.open")
def open_work(
    *,
    actor: Actor,
    kind: str,
    title: str,
    ref: Ref,
    patient_id: UUID | None = None,
    visit_id: UUID | None = None,
    priority: int = 2,
    due_at: datetime | None = None,
    key: str = "",
    queue: Role | None = None,
    owner_id: UUID | None = None,
) -> UUID:
    """Open an item in the queue of its kind or the one given; the same non-empty key while one is open gives that one.

    With an owner it is theirs at once. Raises Refusal for one who is not here or may not see the patient.

    ``visit_id`` is the call, appointment or visit its title speaks of: a label on that may close the title.
    """
    if key:
        again = WorkItem.objects.filter(kind=kind, key=key).exclude(state=WorkState.DONE).first()
        if again is not None:
            return again.id
    if owner_id is not None:
        refuse_unfit(owner_id, patient_id)
    row = work_row(
        kind=kind,
        title=title,
        ref=ref,
        patient_id=patient_id,
        visit_id=visit_id,
        at=clock.now(),
        priority=priority,
        due_at=due_at,
        key=key,
        queue=queue,
        owner_id=owner_id,
    )
    row.save(force_insert=True)
    record("work", row.id, subjects=[patient_id] if patient_id else [])
    return row.id
