"""Say what really came of an order that was carried out in the office."""

from uuid import UUID

from medoffice.clinic.orders.actions.settling import held_done
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("orders.perform")
def amend_result(*, actor: Actor, order_id: UUID, result: str) -> None:
    """Other words of what came of an order that was done; what was said before stays in them, and in the audit.

    Raises NotFound, Invalid without words, Refusal for an order that was not done.
    """
    row = held_done(actor, order_id, "result", result)
    row.result = f"{result.strip()} (corrected; it said: {row.result})"
    row.save(update_fields=["result"])
    record("order", row.id, subjects=[row.patient_id], amended=True)
