"""Put an item of the work queue off until a time."""

from datetime import datetime
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.actions.refusing import refuse_wrong
from medoffice.practice.models import WorkItem
from medoffice.practice.types import WorkState
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("work.do")
def put_off_work(*, actor: Actor, item_id: UUID, until: datetime) -> None:
    """An item waits and is due then; whose it is stays. Raises Invalid for the past, Refusal for a finished item."""
    row = WorkItem.objects.select_for_update().filter(id=item_id).first()
    if row is None:
        raise NotFound
    require(actor, "work.do", row.patient_id)
    refuse_wrong("past", until="" if until > clock.now() else "Choose a time that lies ahead.")
    if row.state == WorkState.DONE:
        raise Refusal("work-done", "This is done already.", f"{row.finished_by}: {row.outcome}")
    row.due_at, row.state = until, WorkState.WAITING
    row.save(update_fields=["due_at", "state"])
    record("work", row.id, subjects=[row.patient_id] if row.patient_id else [])
