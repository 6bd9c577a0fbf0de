"""Carry out an order and note the result."""

from uuid import UUID

from medoffice.clinic.orders.actions.settling import settle
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("orders.perform")
def perform_order(*, actor: Actor, order_id: UUID, result: str) -> None:
    """Note an order as done with its result (or site, lot and dose). Raises Invalid without one."""
    if not result.strip():
        raise Invalid("result-missing", "Say what came of it.", "", {"fields": {"result": ["This is needed."]}})
    settle(actor, order_id, OrderState.DONE, result)
