"""Say anew what open work is about, where the thing itself changed."""

from medoffice.kernel.trace import Ref
from medoffice.practice.models import WorkItem
from medoffice.practice.types import WorkState
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("work.do")
def retitle_work(*, actor: Actor, ref: Ref, kind: str, title: str) -> None:
    """All open items of a kind about ``ref`` say this; whose they are and when they are due stays. None is fine."""
    items = WorkItem.objects.filter(ref_kind=ref.kind, ref_id=ref.id, kind=kind).exclude(state=WorkState.DONE)
    for item_id, patient_id in items.exclude(title=title).values_list("id", "patient_id"):
        WorkItem.objects.filter(id=item_id).update(title=title)
        record("work", item_id, subjects=[patient_id] if patient_id else [])
