"""After what a visit's codes rest on was changed or struck: a coder looks whether the codes still stand."""

from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.revenue.coding.models import Coding
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.code")
def look_again(*, actor: Actor, encounter_id: UUID, what: str) -> bool:
    """Open the work for a visit whose codes are released, once while it is open; False if they are not released."""
    row = Coding.objects.filter(encounter_id=encounter_id).exclude(finished_at=None).first()
    if row is None:
        return False
    open_work(
        actor=actor,
        kind="code-again",
        title=f"{what} after its codes were released; see whether they still stand",
        ref=Ref("encounter", encounter_id),
        patient_id=row.patient_id,
        key=str(encounter_id),
    )
    record("coding", row.id, subjects=[row.patient_id])
    return True
