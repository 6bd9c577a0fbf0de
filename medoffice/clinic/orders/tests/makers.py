"""Orders for tests, made through the actions."""

from uuid import UUID

from medoffice.clinic.orders.api import place_order
from medoffice.clinic.orders.models import Order
from medoffice.practice.tests.makers import Office


def make_numbered(office: Office, visit: UUID, number: str) -> UUID:
    """A test of an outside laboratory that was ordered under a number."""
    order_id = place_order(actor=office.provider, encounter_id=visit, key="panel", words="Metabolic panel")
    Order.objects.filter(id=order_id).update(number=number)
    return order_id
