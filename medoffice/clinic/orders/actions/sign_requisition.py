"""Sign what somebody entered for a provider, or co-sign what went by a protocol."""

from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import CO_SIGN, UNSIGNED, finish, goes_out, mine, save
from medoffice.clinic.orders.queries.labs import laboratory
from medoffice.clinic.orders.types import RequisitionState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("orders.sign")
def sign_requisition(*, actor: Actor, requisition_id: UUID, seen_version: int) -> None:
    """Sign it; what was not on its way goes. Raises Refusal if it is signed or cancelled."""
    row = mine(actor, "orders.sign", requisition_id, seen_version)
    if row.signed_at is not None or row.state == RequisitionState.CANCELLED:
        raise Refusal("signed-already", f"It is {row.state}; {row.signed_by or 'nobody'} signed it.", "")
    row.signed_by, row.signed_at = actor.name, clock.now()
    if row.state == RequisitionState.TO_SIGN:
        lab = laboratory(row.laboratory_id)
        goes_out(actor, row, by_wire=bool(lab.door), hours=lab.hours)
    save(actor, row)
    for kind in (UNSIGNED, CO_SIGN):
        finish(actor, row, "signed", kind)
    record("requisition", row.id, subjects=[row.patient_id], co_signed=bool(row.standing))
