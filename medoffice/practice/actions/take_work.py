"""Take an item of the work queue, so that others see whose it is."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.models import WorkItem
from medoffice.practice.types import WorkState
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("work.do")
def take_work(*, actor: Actor, item_id: UUID) -> None:
    """Make an item mine. Raises Refusal if it is somebody else's or done."""
    row = WorkItem.objects.select_for_update(of=("self",)).select_related("owner").filter(id=item_id).first()
    if row is None:
        raise NotFound
    require(actor, "work.do", row.patient_id)
    if row.state == WorkState.DONE:
        raise Refusal("work-done", "This is done already.", f"{row.finished_by}: {row.outcome}")
    if row.owner and row.owner.id != actor.id:
        raise Refusal("work-taken", f"{row.owner.name} has taken this.", "Ask them to hand it over.")
    row.owner_id, row.state = actor.id, WorkState.MINE
    row.save(update_fields=["owner", "state"])
    record("work", row.id, subjects=[row.patient_id] if row.patient_id else [])
