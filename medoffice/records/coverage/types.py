"""The nouns of coverage: insurance policies and who stands in them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from medoffice.kernel.money import Money


class Relation(StrEnum):
    """How the patient is related to the subscriber (X12 individual relationship codes)."""

    SELF = "18"
    SPOUSE = "01"
    CHILD = "19"
    OTHER = "G8"


@dataclass(frozen=True, slots=True)
class Subscriber:
    """The policy holder when that is not the patient."""

    family: str
    given: str
    birth_date: date
    sex: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """One policy of one patient; ``order`` 1 is primary, 2 secondary. Dated: ``starts`` to ``ends`` inclusive."""

    id: UUID
    patient_id: UUID
    payer_id: UUID
    payer_name: str
    plan: str
    member_id: str
    group: str
    relation: Relation
    subscriber: Subscriber | None
    order: int
    starts: date
    ends: date | None
    copay: Money
    version: int
