"""The nouns of the demo office: what is shipped about it, and who is who in a world where it was set up."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from medoffice.clinic.charting.types import Cause, CauseKind
from medoffice.exchange.simulators.payer.api import Plan
from medoffice.front_office.calls.types import CallKind
from medoffice.kernel.money import Money
from medoffice.rehearsal.population.types import Office, Population
from medoffice.security.types import Actor

OLDER_CHART = Cause(CauseKind.DOCUMENT, None, "chart of the former office")


@dataclass(frozen=True, slots=True)
class VisitKind:
    """A visit type of the schedule and whether a copay is taken for it."""

    key: str
    name: str
    copay: bool


@dataclass(frozen=True, slots=True)
class DemoPayer:
    """A fictitious payer: what the office knows of it, and how it pays."""

    key: str
    name: str
    number: str
    filing_code: str
    timely_filing_days: int
    tax_id: str
    pays_after_days: int
    interest_percent: int


@dataclass(frozen=True, slots=True)
class SmallCall:
    """A telephone call that books nothing: what is said, its outcome in the list and in words, and why they call."""

    kind: CallKind
    words: str
    outcome: str
    more: str
    cause: str


@dataclass(frozen=True, slots=True)
class Comfort:
    """What some people tell of how to meet them, from one age to another."""

    address_as: str
    fears: str
    helps: str
    from_age: int = 0
    to_age: int = 130


@dataclass(frozen=True, slots=True)
class Shipped:
    """What is shipped about the demo office beside its people: prices, payers, plans, small calls."""

    taxonomy: str
    tax_id: str
    opened: date
    fees: dict[str, Money]
    visit_kinds: tuple[VisitKind, ...]
    payers: tuple[DemoPayer, ...]
    plans: tuple[Plan, ...]
    calls: tuple[SmallCall, ...]
    comforts: tuple[Comfort, ...]


@dataclass(frozen=True, slots=True)
class Riverbend:
    """The office in a world: ids by key, and who does what at each site, signed in."""

    office: Office
    sites: dict[str, UUID]
    staff: dict[str, UUID]
    payers: dict[str, UUID]
    desk: dict[str, Actor]
    assistant: dict[str, tuple[Actor, ...]]
    actors: dict[str, Actor]


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything a script needs, and what the scripts must remember of each other.

    ``patients`` and ``households`` are ids by number in the population, of those registered so far; ``busy`` says until
    when a provider is with a patient; ``mailed`` are the statements sent (date, patient);
    ``slips`` are the patients of whom something was written down wrong, ``mended`` the risks put right at check-in;
    ``twice`` are the numbers of records that became a part of a patient's.
    """

    seed: int
    riverbend: Riverbend
    population: Population
    patients: dict[int, UUID] = field(default_factory=dict)
    households: dict[int, UUID] = field(default_factory=dict)
    busy: dict[str, datetime] = field(default_factory=dict)
    mailed: list[tuple[date, UUID]] = field(default_factory=list)
    slips: list[UUID] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    twice: dict[str, UUID] = field(default_factory=dict)
