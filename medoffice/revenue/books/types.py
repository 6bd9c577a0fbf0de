"""The nouns of the books: day sheets, deposits, proofs."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from medoffice.kernel.money import Money


@dataclass(frozen=True, slots=True)
class Proof:
    """Something that must be true, whether it is, and the two figures that were compared, in words."""

    key: str
    says: str
    ok: bool
    found: str


@dataclass(frozen=True, slots=True)
class Deposit:
    """Money brought or sent to the bank, with what it is made of."""

    id: UUID
    number: str
    date: date
    kind: str
    amount: Money
    items: int
    by: str


@dataclass(frozen=True, slots=True)
class DaySheetLine:
    """One posted event of the day."""

    time: str
    patient: str
    patient_id: UUID | None
    what: str
    by: str
    charges: Money
    payments: Money
    adjustments: Money
    entry_id: UUID | None


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The posted events of a day, or the first of so many; totals of all, and receivables before and after."""

    date: date
    lines: tuple[DaySheetLine, ...]
    count: int
    charges: Money
    payments: Money
    adjustments: Money
    receivable_before: Money
    receivable_after: Money
    by_method: tuple[tuple[str, Money], ...]
