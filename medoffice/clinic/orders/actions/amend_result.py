"""Say what really came of an order that was carried out in the office."""

from uuid import UUID

from medoffice.clinic.orders.models import Order
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("orders.perform")
def amend_result(*, actor: Actor, order_id: UUID, result: str) -> None:
    """Other words of what came of an order that was done; what was said before stays in them, and in the audit.

    Raises NotFound, Invalid without words, Refusal for an order that was not done.
    """
    row = Order.objects.select_for_update().filter(id=order_id).first()
    if row is None:
        raise NotFound
    require(actor, "orders.perform", row.patient_id, row.encounter_id)
    if not result.strip():
        raise Invalid("result-missing", "Say what came of it.", "", {"fields": {"result": ["This is needed."]}})
    if row.state != OrderState.DONE:
        raise Refusal("order-not-done", f"This order is {row.state}.", "Carry it out first.")
    row.result = f"{result.strip()} (corrected; it said: {row.result})"
    row.save(update_fields=["result"])
    record("order", row.id, subjects=[row.patient_id], amended=True)
