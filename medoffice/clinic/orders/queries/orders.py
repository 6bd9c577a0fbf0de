"""Reads of in-office orders."""

from collections.abc import Collection, Iterable
from uuid import UUID

from medoffice.clinic.orders import models
from medoffice.clinic.orders.types import Order, OrderState
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import permitted
from medoffice.security.types import Actor


def order(order_id: UUID) -> Order:
    """An order. Raises NotFound. One query."""
    row = models.Order.objects.filter(id=order_id).first()
    if row is None:
        raise NotFound
    return to_order(row)


def orders_of(encounter_id: UUID) -> list[Order]:
    """The orders of a visit in the order they were placed. One query."""
    return [to_order(row) for row in models.Order.objects.filter(encounter_id=encounter_id).order_by("id")]


def orders_of_visits(encounter_ids: Collection[UUID]) -> dict[UUID, list[Order]]:
    """The orders of these visits, each in the order they were placed. One query."""
    found = dict[UUID, list[Order]]()
    for row in models.Order.objects.filter(encounter_id__in=encounter_ids).order_by("id"):
        found.setdefault(row.encounter_id, []).append(to_order(row))
    return found


def open_orders(actor: Actor) -> list[Order]:
    """Orders nobody has carried out yet, oldest first. One query."""
    rows = models.Order.objects.filter(state=OrderState.ORDERED).order_by("ordered_at", "id")
    return [to_order(row) for row in permitted(actor, "orders.read", rows)]


def orders_waiting(patient_id: UUID, key: str) -> list[Order]:
    """The open orders of the office for one service of a patient, oldest first. One query."""
    rows = models.Order.objects.filter(patient_id=patient_id, key=key, state=OrderState.ORDERED, requisition=None)
    return [to_order(row) for row in rows.order_by("ordered_at", "id")]


def orders_by_number(numbers: Iterable[str]) -> dict[str, Order]:
    """The orders with these numbers, compared as text: ``007`` is not ``7``, and a blank is nobody's. One query."""
    wanted = {one for one in numbers if one}
    rows = models.Order.objects.filter(number__in=wanted) if wanted else ()
    return {str(row.number): to_order(row) for row in rows}


def to_order(row: models.Order) -> Order:
    """A row as the noun."""
    return Order(
        id=row.id,
        encounter_id=row.encounter_id,
        patient_id=row.patient_id,
        key=row.key,
        words=row.words,
        ordered_by=row.ordered_by,
        ordered_at=row.ordered_at,
        state=OrderState(row.state),
        result=row.result,
        done_by=row.done_by,
        done_at=row.done_at,
        number=row.number or "",
        requisition_id=row.requisition_id,
    )
