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
    CONTRACTUAL_ADJUSTMENTS = "4100"
    OTHER_ADJUSTMENTS = "4110"
    BAD_DEBT = "4120"
    PAYER_WITHHOLDS = "4130"
    INTEREST_INCOME = "4200"
    CASH_OVER_SHORT = "5900"


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
