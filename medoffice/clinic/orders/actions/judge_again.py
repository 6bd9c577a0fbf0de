"""Look again whether an order that is held for a notice (ABN) still needs one."""

from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import looked_at_again, mine, save
from medoffice.clinic.orders.types import RequisitionState
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("orders.perform")
def judge_again(*, actor: Actor, requisition_id: UUID, seen_version: int) -> None:
    """It goes if nothing speaks against it any more, else it still waits. Raises Refusal if it is not held."""
    row = mine(actor, "orders.perform", requisition_id, seen_version)
    if row.state != RequisitionState.NOTICE:
        raise Refusal("not-held", f"It waits for no notice: it is {row.state}.", "Open it again.")
    looked_at_again(actor, row)
    save(actor, row)
    record("requisition", row.id, subjects=[row.patient_id], held=row.state == RequisitionState.NOTICE)
