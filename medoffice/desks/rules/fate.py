"""What became of the money charged: each cent paid, taken off or still open, so that the parts are the whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.revenue.billing.types import AccountEvent, Charge, EventKind

_PATIENT = "was paid by the patient"
_SAYS = {
    EventKind.PAYER_PAYMENT: ("was paid by insurance", "ok"),
    EventKind.PATIENT_PAYMENT: (_PATIENT, "info"),
    EventKind.CREDIT_APPLIED: (_PATIENT, "info"),
    EventKind.REFUND: (_PATIENT, "info"),
    EventKind.CONTRACTUAL: ("was taken off by contract", "off"),
    EventKind.ADJUSTMENT: ("was adjusted", "off"),
    EventKind.WITHHOLD: ("was withheld by the payer", "off"),
    EventKind.FEE_BACK: ("was taken back by the office", "off"),
    EventKind.BAD_DEBT: ("was written off", "bad"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the money charged: what became of it, in words and as a state, and the event or charge that says so."""

    words: str
    tone: str
    amount: Money
    where: UUID

    @property
    def label(self) -> str:
        """The words without their verb: ``paid by insurance``."""
        return self.words.partition(" ")[2]


@dataclass(frozen=True, slots=True)
class Fate:
    """The money charged and its parts; they add up."""

    charged: Money
    parts: list[Part]

    @property
    def settled(self) -> bool:
        """Whether nothing stands open."""
        return not any(part.tone == "warn" for part in self.parts)


def fate(charges: Iterable[Charge], events: Iterable[AccountEvent]) -> Fate:
    """What became of these charges, from everything that happened to them; parts of nothing are left out."""
    owed = list(charges)
    sums: dict[tuple[str, str], list[tuple[Money, UUID]]] = {}
    for event in events:
        if event.kind in _SAYS:
            sums.setdefault(_SAYS[event.kind], []).append((-(event.insurance + event.patient), event.id))
    for charge in owed:
        sums.setdefault(("is open with insurance", "warn"), []).append((charge.insurance_balance, charge.id))
        sums.setdefault(("is open with the patient", "warn"), []).append((charge.patient_balance, charge.id))
    parts = [Part(*said, Money.total(amount for amount, _ in found), found[0][1]) for said, found in sums.items()]
    return Fate(Money.total(charge.amount for charge in owed), [part for part in parts if part.amount])
