"""The row of an order as actions write it, not saved."""

from datetime import datetime
from uuid import UUID

from medoffice.clinic.orders.models import Order
from medoffice.clinic.orders.types import OrderState
from medoffice.kernel.rows import new_row


def order_row(*, encounter_id: UUID, patient_id: UUID, key: str, words: str, by: str, at: datetime) -> Order:
    """An order that was placed."""
    return new_row(
        Order,
        encounter_id=encounter_id,
        patient_id=patient_id,
        key=key,
        words=words.strip(),
        ordered_by=by,
        ordered_at=at,
        state=OrderState.ORDERED,
    )


def order_work_title(row: Order, visit_number: str) -> str:
    """What the work queue says of an order to carry out."""
    return f"{row.words} for visit {visit_number}"


def order_settled(row: Order, state: OrderState, words: str, by: str, at: datetime) -> Order:
    """The order with what came of it."""
    row.state, row.result, row.done_by, row.done_at = state, words.strip(), by, at
    return row
