"""Note that an order was not carried out, and why."""

from uuid import UUID

from medoffice.clinic.orders.actions.settling import settle
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("orders.perform")
def refuse_order(*, actor: Actor, order_id: UUID, why: str) -> None:
    """Note an order as refused by the patient or not possible. Raises Invalid without a reason."""
    if not why.strip():
        raise Invalid("reason-missing", "Say why not.", "", {"fields": {"why": ["This is needed."]}})
    settle(actor, order_id, OrderState.REFUSED, why)
