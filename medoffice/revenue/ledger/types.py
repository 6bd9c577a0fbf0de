"""The nouns of the general ledger: accounts, entries, lines."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.trace import Ref


class Account(StrEnum):
    """The chart of accounts this office starts with; the number's first digit is its class."""

    CASH_DRAWER = "1000"
    UNDEPOSITED_CHECKS = "1010"
    CARD_CLEARING = "1020"
    EFT_CLEARING = "1030"
    BANK = "1050"
    INSURANCE_RECEIVABLE = "1100"
    PATIENT_RECEIVABLE = "1110"
    PATIENT_CREDITS = "2100"
    PAYER_RECOVERIES = "2200"
    SERVICE_REVENUE = "4000"
    PATIENT_FEES = "4010"
    CONTRACTUAL_ADJUSTMENTS = "4100"
    OTHER_ADJUSTMENTS = "4110"
    BAD_DEBT = "4120"
    PAYER_WITHHOLDS = "4130"
    INTEREST_INCOME = "4200"
    CASH_OVER_SHORT = "5900"

    @property
    def says(self) -> str:
        """Its name in the chart of accounts."""
        return _SAYS[self]


_SAYS = {
    Account.CASH_DRAWER: "Cash drawer",
    Account.UNDEPOSITED_CHECKS: "Checks not yet deposited",
    Account.CARD_CLEARING: "Card payments on their way",
    Account.EFT_CLEARING: "Payer payments on their way",
    Account.BANK: "Bank",
    Account.INSURANCE_RECEIVABLE: "Insurance receivable",
    Account.PATIENT_RECEIVABLE: "Patient receivable",
    Account.PATIENT_CREDITS: "Patient credits",
    Account.PAYER_RECOVERIES: "Payer recoveries",
    Account.SERVICE_REVENUE: "Service revenue",
    Account.PATIENT_FEES: "Fees to patients",
    Account.CONTRACTUAL_ADJUSTMENTS: "Contractual adjustments",
    Account.OTHER_ADJUSTMENTS: "Other adjustments",
    Account.BAD_DEBT: "Bad debt",
    Account.PAYER_WITHHOLDS: "Payer withholds",
    Account.INTEREST_INCOME: "Interest from payers",
    Account.CASH_OVER_SHORT: "Cash over and short",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One side of an entry: exactly one of debit and credit is not zero, and it is positive."""

    account: Account
    debit: Money = ZERO
    credit: Money = ZERO
    patient_id: UUID | None = None
    payer_id: UUID | None = None
    memo: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A posted journal entry. It never changes; a wrong one is reversed by another."""

    id: UUID
    number: str
    date: date
    posted_at: datetime
    words: str
    cause: Ref
    by: str
    lines: tuple[Line, ...]
    reverses: UUID | None = None


@dataclass(frozen=True, slots=True)
class AccountBalance:
    """An account with its debits, credits and balance (debit minus credit)."""

    account: Account
    name: str
    debits: Money
    credits: Money
    balance: Money
