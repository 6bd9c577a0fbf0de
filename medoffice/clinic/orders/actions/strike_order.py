"""Say that an order was not carried out after all."""

from uuid import UUID

from medoffice.clinic.orders.actions.settling import held_done
from medoffice.clinic.orders.types import OrderState, OrderStruck
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("orders.perform")
def strike_order(*, actor: Actor, order_id: UUID, why: str) -> None:
    """Nothing was done, so nothing of it is billed; what was said before stays in the words, and in the audit.

    It is settled: who needs it orders it again, and a coder looks at released codes (OrderStruck).
    Raises NotFound, Invalid without why, Refusal if it was not done.
    """
    row = held_done(actor, order_id, "why", why)
    row.state, row.done_by, row.done_at = OrderState.REFUSED, actor.name, clock.now()
    row.result = f"Nothing was done: {why.strip()} (it said: {row.result})"
    row.save(update_fields=["state", "result", "done_by", "done_at"])
    publish(OrderStruck(row.id, row.encounter_id, row.patient_id), subject=row.encounter_id)
    record("order", row.id, subjects=[row.patient_id], struck=True)
