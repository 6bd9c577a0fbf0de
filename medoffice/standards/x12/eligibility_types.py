"""The nouns of eligibility: the question (270) and the answer (271), guide 005010X279A1."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from medoffice.kernel.money import Money
from medoffice.standards.x12.party_types import Party, Procedure

Level = Literal["payer", "provider", "subscriber", "dependent", "benefit"]


@dataclass(frozen=True, slots=True)
class Member:
    """A subscriber or dependent as eligibility files name one (NM1, REF, DMG, INS, DTP).

    ``relation`` is INS02. ``corrected``: the payer says that it knows this person otherwise than was asked (INS03 001).
    ``dates`` are (qualifier, first day, last day of a period).
    """

    party: Party = field(default_factory=Party)
    birth_date: date | None = None
    sex: str = ""
    relation: str = ""
    corrected: bool = False
    references: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, date, date | None], ...] = ()


@dataclass(frozen=True, slots=True)
class EligibilityRequest:
    """One question (270): is this person covered on this day, for these kinds of service (EQ01; 30 is the whole plan)?

    ``trace`` (TRN02) comes back in the answer. ``dependent`` is the patient when that is not the subscriber. ``on`` is
    the day asked about (DTP*291), to ``on_to`` for a period.
    """

    payer: Party
    provider: Party
    subscriber: Member
    trace: str
    on: date | None
    services: tuple[str, ...] = ("30",)
    dependent: Member | None = None
    on_to: date | None = None
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Rejection:
    """Why a question, or a part of it, is not answered (AAA): the level it stands at, reason code, follow-up code.

    ``valid`` (AAA01): the question was well formed, the payer only cannot answer it now.
    """

    level: Level
    reason: str
    follow_up: str
    valid: bool = False


@dataclass(frozen=True, slots=True)
class BenefitParty:
    """Somebody a benefit names (2120, NM1): kind P3 is the primary care provider, PRP, SEP, TTP another payer."""

    kind: str
    party: Party
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Benefit:
    """One thing the plan says (EB). ``kind`` is EB01: 1 active, 6 inactive, B copay, C deductible, A coinsurance ...

    ``level`` (EB02) is IND, FAM ...; ``period`` (EB06) 23 calendar year, 29 remaining, 27 visit ...; ``percent`` is a
    fraction (0.2 is 20 %); ``quantity`` counts what ``quantity_kind`` names; ``network`` (EB12) and ``authorization``
    (EB11) are Y, N, U or W (both, not applicable). ``deliveries`` are HSD segments as sent.
    """

    kind: str
    level: str = ""
    services: tuple[str, ...] = ()
    insurance: str = ""
    plan: str = ""
    period: str = ""
    amount: Money | None = None
    percent: Decimal | None = None
    quantity_kind: str = ""
    quantity: Decimal | None = None
    authorization: str = ""
    network: str = ""
    procedure: Procedure | None = None
    deliveries: tuple[tuple[str, ...], ...] = ()
    references: tuple[tuple[str, str], ...] = ()
    dates: tuple[tuple[str, date, date | None], ...] = ()
    messages: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    parties: tuple[BenefitParty, ...] = ()


@dataclass(frozen=True, slots=True)
class EligibilityAnswer:
    """One answer (271) about one person. ``trace`` is our question's (TRN*2), ``payer_trace`` the payer's own (TRN*1).

    An answer that stops at the payer or provider has rejections and nobody; it is told by BHT03 whose it is.
    """

    payer: Party = field(default_factory=Party)
    provider: Party = field(default_factory=Party)
    subscriber: Member = field(default_factory=Member)
    dependent: Member | None = None
    trace: str = ""
    payer_trace: str = ""
    rejections: tuple[Rejection, ...] = ()
    benefits: tuple[Benefit, ...] = ()

    @property
    def patient(self) -> Member:
        """Whom the answer is about."""
        return self.dependent or self.subscriber
