"""The nouns of controlled medicines: that a monitoring program was asked, what was agreed, what was counted."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class Seen(StrEnum):
    """What a state's prescription monitoring program (PDMP) told."""

    AS_EXPECTED = "as expected"
    NOTHING = "nothing on file"
    UNEXPECTED = "something unexpected"


class Wants(StrEnum):
    """What a rule wants of a controlled medicine: a look, an agreement, fewer refills, no paper."""

    CHECK = "check"
    AGREEMENT = "agreement"
    REFILLS = "refills"
    NO_PAPER = "no-paper"


@dataclass(frozen=True, slots=True)
class Watch:
    """A rule of some schedules, from a day on. ``least`` is what it counts by: days, or refills."""

    since: date
    wants: Wants
    schedules: frozenset[str]
    least: int
    words: str
    do: str
    source: str


@dataclass(frozen=True, slots=True)
class MonitoringCheck:
    """That somebody looked into a program, outside medoffice, and what was told there."""

    id: UUID
    program: str
    seen: Seen
    words: str
    at: datetime
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Agreement:
    """What patient and prescriber agreed on about controlled medicines; it may be ended early, with a reason."""

    id: UUID
    prescriber_id: UUID
    prescriber: str
    signed_on: date
    until: date
    document_id: UUID | None
    noted_by: str
    ended_on: date | None = None
    ended_why: str = ""
    version: int = 1

    def holds(self, on: date) -> bool:
        """Whether it holds on a day."""
        return self.signed_on <= on <= self.until and (self.ended_on is None or on < self.ended_on)


@dataclass(frozen=True, slots=True)
class PillCount:
    """What was left of a prescription when somebody counted, and what would be left if it was taken as prescribed."""

    id: UUID
    prescription_id: UUID
    number: str
    medicine: str
    counted: Decimal
    expected: Decimal
    short: bool
    words: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How a patient stands with controlled medicines on a day: what the rules look at."""

    on: date
    checked_on: date | None = None
    unexpected: str = ""
    agreement_until: date | None = None
    supplied: int = 0  # days of controlled medicines signed in the last 90 days
