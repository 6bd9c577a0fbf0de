"""The nouns of in-office orders: what is done or given in the treatment area and the office laboratory."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class OrderState(StrEnum):
    """Where an order stands."""

    ORDERED = "ordered"
    DONE = "done"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a visit: what, by whom, done by whom, with which result. ``key`` is the office's service key."""

    id: UUID
    encounter_id: UUID
    patient_id: UUID
    key: str
    words: str
    ordered_by: str
    ordered_at: datetime
    state: OrderState
    result: str
    done_by: str
    done_at: datetime | None
    number: str = ""
