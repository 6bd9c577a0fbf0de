"""The nouns of billing: charges, payments, and the events that make up a patient's account."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.trace import Ref


class EventKind(StrEnum):
    """What can happen on a patient's account. Nothing is ever changed; a mistake is reversed."""

    CHARGE = "charge"
    FEE = "fee"
    FEE_BACK = "fee_back"
    PATIENT_PAYMENT = "patient_payment"
    PAYER_PAYMENT = "payer_payment"
    CONTRACTUAL = "contractual"
    ADJUSTMENT = "adjustment"
    WITHHOLD = "withhold"
    TRANSFER = "transfer"
    CREDIT_APPLIED = "credit_applied"
    REFUND = "refund"
    BAD_DEBT = "bad_debt"

    @property
    def says(self) -> str:
        """What it is called on screens."""
        return _SAYS[self]


_SAYS = {
    EventKind.CHARGE: "Charge",
    EventKind.FEE: "Fee",
    EventKind.FEE_BACK: "Fee taken back",
    EventKind.PATIENT_PAYMENT: "Patient paid",
    EventKind.PAYER_PAYMENT: "Insurance paid",
    EventKind.CONTRACTUAL: "Taken off by contract",
    EventKind.ADJUSTMENT: "Adjusted",
    EventKind.WITHHOLD: "Withheld by the payer",
    EventKind.TRANSFER: "Became the patient's",
    EventKind.CREDIT_APPLIED: "Held money used",
    EventKind.REFUND: "Refund",
    EventKind.BAD_DEBT: "Written off",
}


class Method(StrEnum):
    """How a patient paid."""

    CASH = "cash"
    CHECK = "check"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Charge:
    """One service line in money: the fee on its date times units, linked to the coded service that caused it.

    Or the fee for a missed visit: linked to the appointment, without a code, the patient's and never a payer's.
    """

    id: UUID
    number: str
    encounter_id: UUID | None
    patient_id: UUID
    provider_id: UUID
    site_id: UUID
    coded_service_id: UUID | None
    date: date
    code: str
    words: str
    modifiers: tuple[str, ...]
    units: int
    amount: Money
    insurance_balance: Money
    patient_balance: Money
    appointment_id: UUID | None = None

    @property
    def is_fee(self) -> bool:
        """Whether it is a fee for a visit that was missed."""
        return self.appointment_id is not None

    @property
    def visit_id(self) -> UUID | None:
        """By what a label keeps it: the encounter, or the appointment that was missed."""
        return self.encounter_id or self.appointment_id


@dataclass(frozen=True, slots=True)
class AccountEvent:
    """One append-only event of a patient's account.

    The three amounts are changes to what the insurance owes, what the patient owes, and what the office holds unapplied
    for the patient; balances are their sums.
    """

    id: UUID
    kind: EventKind
    at: datetime
    date: date
    words: str
    charge_id: UUID | None
    insurance: Money
    patient: Money
    unapplied: Money
    by: str
    cause: Ref
    entry_id: UUID
    patient_id: UUID | None = None
    shares: tuple[tuple[str, Money], ...] = ()
    charge_number: str = ""
    entry_number: str = ""
    visit_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """What stands open for a patient."""

    insurance: Money
    patient: Money
    unapplied: Money


@dataclass(frozen=True, slots=True)
class Receipt:
    """A payment by a patient, numbered."""

    id: UUID
    number: str
    patient_id: UUID
    encounter_id: UUID | None
    method: Method
    amount: Money
    copay: bool
    at: datetime
    by: str
    taken_back: str = ""


@dataclass(frozen=True, slots=True)
class Refund:
    """Money given back to a patient, numbered."""

    id: UUID
    number: str
    patient_id: UUID
    method: Method
    amount: Money
    why: str
    date: date
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class PayerLine:
    """What a payer decided about one charge, ready to post.

    In a first decision all amounts are positive or zero; a reversal carries the negatives. ``contractual`` and
    ``other`` reduce what is owed, ``patient`` moves to the patient (deductible + coinsurance + copay), ``withheld`` is
    money the payer keeps (sequestration and the like). ``awaited`` is a share of the patient that waits for the next
    payer: it moves nothing, but no contract may take it off. ``shares`` says why it is the patient's: adjustment reason
    numbers of group PR (1 deductible, 2 coinsurance, 3 copay) with their amounts.
    """

    charge_id: UUID
    paid: Money = ZERO
    contractual: Money = ZERO
    other: Money = ZERO
    withheld: Money = ZERO
    patient: Money = ZERO
    words: str = ""
    shares: tuple[tuple[str, Money], ...] = ()
    awaited: Money = ZERO


@dataclass(frozen=True, slots=True)
class ChargesCaptured:
    """A fact: a visit's charges are made; claims may follow."""

    encounter_id: UUID
    patient_id: UUID


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as it was sent: its number, what it asked for, and the stored PDF."""

    id: UUID
    number: str
    patient_id: UUID
    amount: Money
    sha256: str
    date: date
    made_by: str
    charge_ids: tuple[UUID, ...] = ()
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a charge stands with the patient: what is open, and how much of their money was put on it."""

    charge_id: UUID
    open: Money
    put: Money


@dataclass(frozen=True, slots=True)
class OpenAccount:
    """A line of the list of open accounts."""

    patient_id: UUID
    mrn: str
    name: str
    balance: Balance


@dataclass(frozen=True, slots=True)
class DatedFee:
    """A fee and when it holds."""

    code: str
    amount: Money
    valid_from: date
    valid_to: date | None
