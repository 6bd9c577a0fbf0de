"""Cancel what was asked of a laboratory, or send it another way."""

from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import finish, is_out, mine, save
from medoffice.clinic.orders.models import Order
from medoffice.clinic.orders.queries.labs import laboratory
from medoffice.clinic.orders.types import OrderState, RequisitionState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor

_MAY_GO = (RequisitionState.TO_SEND, RequisitionState.REFUSED)


@action("orders.perform")
def cancel_requisition(*, actor: Actor, requisition_id: UUID, seen_version: int, why: str) -> None:
    """Nothing of it is asked any more; one the laboratory has is cancelled there by telephone. Raises Invalid."""
    if not why.strip():
        raise Invalid("why-missing", "Say why.", "", {"fields": {"why": ["Say why."]}})
    row = mine(actor, "orders.perform", requisition_id, seen_version)
    if row.state == RequisitionState.CANCELLED:
        raise Refusal("cancelled-already", "It is cancelled.", "")
    row.state, row.try_at, row.due_at, row.why = RequisitionState.CANCELLED, None, None, why.strip()[:300]
    save(actor, row)
    told = {"state": OrderState.REFUSED, "result": row.why, "done_by": actor.name, "done_at": clock.now()}
    open_ones = [OrderState.ORDERED, OrderState.SENT]
    Order.objects.filter(requisition_id=row.id, state__in=open_ones).update(**told)
    finish(actor, row, "cancelled")
    record("requisition", row.id, subjects=[row.patient_id], cancelled=True)


@action("orders.send")
def send_on_paper(*, actor: Actor, requisition_id: UUID, seen_version: int) -> None:
    """It goes with the specimen, printed. Raises Refusal for what is not signed, waits for a notice, or has gone."""
    row = mine(actor, "orders.send", requisition_id, seen_version)
    if row.state not in _MAY_GO:
        raise Refusal("not-to-send", f"It is {row.state}.", "Open it again.")
    is_out(actor, row, RequisitionState.PAPER, laboratory(row.laboratory_id).hours)
    save(actor, row)
    finish(actor, row, "on paper")
    record("requisition", row.id, subjects=[row.patient_id], way="paper")


@action("orders.send")
def send_again(*, actor: Actor, requisition_id: UUID, seen_version: int) -> None:
    """Try the wire again now. Raises Refusal for what does not wait to be sent."""
    row = mine(actor, "orders.send", requisition_id, seen_version)
    if row.state not in _MAY_GO:
        raise Refusal("not-to-send", f"It is {row.state}.", "Open it again.")
    row.state, row.tries, row.try_at = RequisitionState.TO_SEND, 0, clock.now()
    save(actor, row)
    record("requisition", row.id, subjects=[row.patient_id], again=True)
