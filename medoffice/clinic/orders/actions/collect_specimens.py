"""Note that the specimens of a requisition were taken."""

from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import mine, save
from medoffice.clinic.orders.types import RequisitionState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("orders.perform")
def collect_specimens(*, actor: Actor, requisition_id: UUID, seen_version: int) -> None:
    """By whom and when, as it stands on the labels. Raises Refusal if they were taken, or it is cancelled."""
    row = mine(actor, "orders.perform", requisition_id, seen_version)
    if row.collected_at is not None or row.state == RequisitionState.CANCELLED:
        told = f"{row.collected_by} took them already." if row.collected_at else "It is cancelled."
        raise Refusal("collected-already", told, "")
    row.collected_by, row.collected_at = actor.name, clock.now()
    save(actor, row)
    record("requisition", row.id, subjects=[row.patient_id], collected=True)
