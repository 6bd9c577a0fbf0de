"""The nouns of coverage: insurance policies and who stands in them, cases, and what payers say about eligibility."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
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


class CaseKind(StrEnum):
    """Why somebody other than the health insurance pays."""

    WORK = "work injury"
    AUTO = "auto accident"
    LIABILITY = "liability"
    EMPLOYER = "billed to the employer"


@dataclass(frozen=True, slots=True)
class Case:
    """What somebody other than the health insurance pays for: an injury at work or in traffic, a liability, or what an

    employer ordered. ``payer_name`` is the carrier, or the employer where there is none. ``fee_schedule`` names the
    prices that hold for it; blank is the office's own. There is never a copay. It may be chosen from ``opened_on`` to
    ``closed_on``.
    """

    id: UUID
    patient_id: UUID
    kind: CaseKind
    payer_id: UUID | None
    payer_name: str
    claim_number: str
    injured_on: date | None
    state: str
    employer: str
    adjuster: str
    adjuster_phone: str
    fee_schedule: str
    opened_on: date
    closed_on: date | None
    version: int

    @property
    def label(self) -> str:
        """How it is named where one is chosen."""
        number = f", claim {self.claim_number}" if self.claim_number else ""
        injured = f", {self.injured_on:%m/%d/%Y}" if self.injured_on else ""
        return f"{self.kind.capitalize()}: {self.payer_name}{number}{injured}"


class Standing(StrEnum):
    """What an answer about eligibility comes to."""

    ACTIVE = "active"
    INACTIVE = "not covered that day"
    NOT_FOUND = "not found"
    TO_CORRECT = "something to correct"
    NOT_TOLD = "the payer does not tell"
    LATER = "no answer yet"
    UNCLEAR = "unclear"
    SOMEBODY_ELSE = "about somebody else"


class Fix(StrEnum):
    """What at the desk puts an answer right."""

    MEMBER_ID = "member id"
    BIRTH_DATE = "birth date"
    NAME = "name"
    SEX = "sex"
    RELATION = "relation"
    GROUP = "group"
    PAYER = "insurance"
    POLICY = "policy"
    PROVIDER = "the office with the payer"
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing a payer told, in words: what it is about, and what is said."""

    about: str
    words: str


@dataclass(frozen=True, slots=True)
class Eligibility:
    """A payer's answer as the desk reads it. ``fix`` is what to look at when it is not in order.

    Amounts are for care in network, for the patient alone; None where the payer does not say. ``coinsurance`` is a
    whole percentage. ``member_id`` is the payer's own where it has another than was asked about; ``first`` names a
    payer that must decide first. ``otherwise`` is who the patient is to the payer (``family``, ``given``,
    ``birth_date``), where that is not as it was asked.
    """

    standing: Standing
    headline: str
    fix: Fix = Fix.NOTHING
    plan: str = ""
    copay: Money | None = None
    deductible: Money | None = None
    deductible_left: Money | None = None
    coinsurance: int | None = None
    pcp: str = ""
    first: str = ""
    member_id: str = ""
    details: tuple[Told, ...] = ()
    otherwise: tuple[Told, ...] = ()

    @property
    def in_order(self) -> bool:
        """Whether nobody at the desk has anything to do about it."""
        return self.standing is Standing.ACTIVE and not self.first and not self.member_id

    @property
    def tone(self) -> str:
        """The state in the look of the house: ok, warn or bad."""
        if self.standing in (Standing.LATER, Standing.NOT_TOLD, Standing.UNCLEAR):
            return "warn"
        return "bad" if self.standing is not Standing.ACTIVE else "ok" if self.in_order else "warn"


class CheckState(StrEnum):
    """Where a question to a payer stands. WAITING: not yet handed over; ASKED: the answer is on its way."""

    WAITING = "waiting"
    ASKED = "asked"
    ANSWERED = "answered"
    GIVEN_UP = "given up"


@dataclass(frozen=True, slots=True)
class AskedAs:
    """Whom a payer was asked about, as the office had it then: policy holder's member id, patient's name and birth."""

    member_id: str
    family: str
    given: str
    birth_date: date


@dataclass(frozen=True, slots=True)
class Check:
    """One question to a payer, and what came of it: kept for good, with what was known when it was asked."""

    id: UUID
    number: str
    coverage_id: UUID
    patient_id: UUID
    payer_name: str
    visit_id: UUID | None
    on: date
    asked_as: AskedAs
    asked_at: datetime
    asked_by: str
    state: CheckState
    answered_at: datetime | None
    result: Eligibility | None
    why: str

    @property
    def headline(self) -> str:
        """What it comes to, in a sentence."""
        if self.result is not None:
            return self.result.headline
        if self.state is CheckState.GIVEN_UP:
            return f"{self.payer_name} never answered. {self.why}".strip()
        waits = "has not answered yet" if self.state is CheckState.ASKED else "is not reached"
        return f"{self.payer_name} {waits}; it is asked by itself. {self.why}".strip()

    @property
    def tone(self) -> str:
        """The state in the look of the house."""
        return self.result.tone if self.result else "warn"

    @property
    def chip(self) -> str:
        """Its state in a word or two."""
        return self.result.standing.value if self.result else "no answer yet"


@dataclass(frozen=True, slots=True)
class Asking:
    """Something to ask a payer: is this policy good on this day (for this visit)?"""

    coverage_id: UUID
    on: date
    visit_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class EligibilityTold:
    """A fact: a payer has answered about a visit, or its question was given up. The subject is the patient."""

    check_id: UUID
    visit_id: UUID


class EligibilityDoor(Protocol):
    """The line to the payers for eligibility questions. Adapters live in exchange/; a failure loses nothing."""

    key: str

    def ask(self, name: str, data: bytes) -> bytes | None:
        """Hand over questions (270). The answers (271) if they come at once, None if they come with the other files.

        Raises Refusal when nobody is reached, or nobody answers within seconds.
        """
