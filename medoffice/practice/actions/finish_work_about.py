"""Finish whatever is open about a thing, because the thing itself was dealt with."""

from medoffice.kernel.trace import Ref
from medoffice.practice.actions.finish_work import finish_work
from medoffice.practice.models import WorkItem
from medoffice.practice.types import WorkState
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("work.do")
def finish_work_about(*, actor: Actor, ref: Ref, outcome: str, kind: str = "") -> None:
    """Finish all open items about ``ref``, or those of one kind; none is fine."""
    items = WorkItem.objects.filter(ref_kind=ref.kind, ref_id=ref.id).exclude(state=WorkState.DONE)
    items = items.filter(kind=kind) if kind else items
    for item_id in items.values_list("id", flat=True):
        finish_work(actor=actor, item_id=item_id, outcome=outcome)
