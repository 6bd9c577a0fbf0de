"""Wait anew for an order whose result was another patient's."""

from datetime import timedelta
from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import save
from medoffice.clinic.orders.actions.placing import to_carry_out
from medoffice.clinic.orders.models import Order, Requisition
from medoffice.clinic.orders.queries.labs import laboratory
from medoffice.clinic.orders.types import OrderState, OrderStruck
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("orders.perform")
def wait_again(*, actor: Actor, order_id: UUID, why: str) -> None:
    """It is not done after all: the laboratory is waited for, or the office carries it out; a coder looks again.

    Doing it again changes nothing.
    """
    row = Order.objects.select_for_update().get(id=order_id)
    require(actor, "orders.perform", row.patient_id, row.encounter_id)
    record("order", row.id, subjects=[row.patient_id], again=why[:100])
    if row.state not in (OrderState.DONE, OrderState.REFUSED):
        return
    rows = Requisition.objects.select_for_update()
    asked = rows.filter(id=row.requisition_id).first() if row.requisition_id else None
    row.result, row.done_by, row.done_at = "", "", None
    if asked is not None and asked.sent_at is not None:
        row.state, row.done_by, row.done_at = OrderState.SENT, asked.changed_by, asked.sent_at
        asked.due_at = clock.now() + timedelta(hours=laboratory(asked.laboratory_id).hours)
        asked.silent_at = None
        save(actor, asked)
    else:
        row.state = OrderState.ORDERED
        to_carry_out(actor, row, encounter(row.encounter_id).number)
    row.save(update_fields=["state", "result", "done_by", "done_at"])
    publish(OrderStruck(row.id, row.encounter_id, row.patient_id), subject=row.encounter_id)
