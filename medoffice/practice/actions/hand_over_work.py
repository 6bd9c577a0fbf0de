"""Hand an item of the work queue to somebody else, or put it back into its queue."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.practice.actions.refusing import refuse_unfit
from medoffice.practice.models import WorkItem
from medoffice.practice.types import WorkState
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("work.do")
def hand_over_work(*, actor: Actor, item_id: UUID, to: UUID | None = None) -> None:
    """Make an item another person's; without one it is nobody's and waits in its queue again.

    Raises Refusal for a finished item, or for somebody who is not here or may not see the patient.
    """
    row = WorkItem.objects.select_for_update().filter(id=item_id).first()
    if row is None:
        raise NotFound
    require(actor, "work.do", row.patient_id)
    if row.state == WorkState.DONE:
        raise Refusal("work-done", "This is done already.", f"{row.finished_by}: {row.outcome}")
    if to is not None:
        refuse_unfit(to, row.patient_id)
    row.owner_id, row.state = to, WorkState.MINE if to else WorkState.NEW
    row.save(update_fields=["owner", "state"])
    record("work", row.id, subjects=[row.patient_id] if row.patient_id else [], to=str(to or row.queue))
