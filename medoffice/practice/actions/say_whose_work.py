"""Say which patient the open work about a thing concerns, once that is known."""

from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.practice.models import WorkItem
from medoffice.practice.types import WorkState
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("work.do")
def say_whose_work(*, actor: Actor, ref: Ref, patient_id: UUID) -> None:
    """All open items about ``ref`` are this patient's; none is fine."""
    items = WorkItem.objects.filter(ref_kind=ref.kind, ref_id=ref.id).exclude(state=WorkState.DONE)
    items.update(patient_id=patient_id)
    record("work", subjects=[patient_id])
