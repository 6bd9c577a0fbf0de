"""Settling an order, done with its result or refused, and holding one that is put right. Shared by the verbs."""

from uuid import UUID

from medoffice.clinic.orders.actions.rows import order_settled
from medoffice.clinic.orders.models import Order
from medoffice.clinic.orders.offers import before_done
from medoffice.clinic.orders.queries.orders import to_order
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import record, require
from medoffice.security.types import Actor


def settle(actor: Actor, order_id: UUID, state: OrderState, words: str) -> None:
    """Close an open order with what came of it. Raises Refusal if it is settled, or waits for something."""
    row = Order.objects.select_for_update().filter(id=order_id).first()
    if row is None:
        raise NotFound
    require(actor, "orders.perform", row.patient_id, row.encounter_id)
    if row.state != OrderState.ORDERED:
        raise Refusal("order-settled", f"{row.done_by} settled this order: {row.state}.", "Order it again if needed.")
    for waits in before_done.values() if state is OrderState.DONE else ():
        if missing := waits(to_order(row)):
            raise missing
    order_settled(row, state, words, actor.name, clock.now())
    row.save(update_fields=["state", "result", "done_by", "done_at"])
    finish_work_about(actor=actor, ref=Ref("order", row.id), outcome=state.value)
    record("order", row.id, subjects=[row.patient_id], state=state.value)


def held_done(actor: Actor, order_id: UUID, field: str, words: str) -> Order:
    """An order that was done, locked, to be put right with words. Raises NotFound, Invalid without them, Refusal."""
    row = Order.objects.select_for_update().filter(id=order_id).first()
    if row is None:
        raise NotFound
    require(actor, "orders.perform", row.patient_id, row.encounter_id)
    if not words.strip():
        raise Invalid(f"{field}-missing", "Say what came of it.", "", {"fields": {field: ["This is needed."]}})
    if row.state != OrderState.DONE:
        raise Refusal("order-not-done", f"This order is {row.state}.", "Carry it out first.")
    return row
