"""Finish an item of the work queue, saying what came of it."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.practice.actions.refusing import refuse_wrong
from medoffice.practice.actions.rows import work_done
from medoffice.practice.models import WorkItem
from medoffice.practice.types import WorkState
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("work.do")
def finish_work(*, actor: Actor, item_id: UUID, outcome: str) -> None:
    """Mark an item done; doing it again changes nothing. Raises Invalid without an outcome."""
    refuse_wrong("outcome-missing", outcome="" if outcome.strip() else "Say what came of it.")
    row = WorkItem.objects.select_for_update().filter(id=item_id).first()
    if row is None:
        raise NotFound
    require(actor, "work.do", row.patient_id)
    if row.state == WorkState.DONE:
        return
    work_done(row, outcome, actor.name, clock.now())
    row.save(update_fields=["state", "outcome", "finished_at", "finished_by"])
    record("work", row.id, subjects=[row.patient_id] if row.patient_id else [])
