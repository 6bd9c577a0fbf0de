"""The nouns of stories and planned days. Indices are of ``Population.people``; offsets are into the note's text."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from medoffice.clinic.charting.types import Vitals


class VisitType(StrEnum):
    """What kind of appointment a story needs."""

    NEW = "new"
    ESTABLISHED = "established"
    PREVENTIVE = "preventive"
    NURSE = "nurse"
    PROCEDURE = "procedure"
    SICK = "sick"

    @property
    def minutes(self) -> int:
        """How long a visit of this kind takes; what the office books for it."""
        return _MINUTES[self]


_MINUTES = {
    VisitType.NEW: 30,
    VisitType.ESTABLISHED: 20,
    VisitType.PREVENTIVE: 30,
    VisitType.NURSE: 15,
    VisitType.PROCEDURE: 30,
    VisitType.SICK: 15,
}


class Fate(StrEnum):
    """How a planned visit goes."""

    SEEN = "seen"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    MOVED = "moved"
    LEFT = "left"


@dataclass(frozen=True, slots=True)
class OrderTemplate:
    """An order of a story before its slots are filled."""

    key: str
    words: str
    result: str


@dataclass(frozen=True, slots=True)
class Sequel:
    """The visit that follows this one after so many days, with a chance in a hundred."""

    story: str
    days: tuple[int, int]
    chance: int


@dataclass(frozen=True, slots=True)
class Story:
    """A kind of visit. ``ages`` in whole years; ``days`` bounds the age in days where not None.

    ``chain_only`` stories happen only as a sequel; ``urgent`` ones on the day of the call. ``sections`` are templates
    whose marks name the codes and services; ``choose`` are axes of values that belong together (a side, its code).
    """

    key: str
    visit_type: VisitType
    sexes: str
    ages: tuple[int, int]
    days: tuple[int, int] | None
    chronic: str
    weight: int
    chain_only: bool
    urgent: bool
    calls: tuple[str, ...]
    slots: tuple[tuple[str, tuple[str, ...]], ...]
    choose: tuple[tuple[tuple[tuple[str, str], ...], ...], ...]
    vitals: tuple[tuple[str, int, int], ...]
    sections: tuple[tuple[str, str], ...]
    orders: tuple[OrderTemplate, ...]
    sequels: tuple[Sequel, ...]


@dataclass(frozen=True, slots=True)
class CodeEvidence:
    """An ICD-10-CM code and the words of the note that support it."""

    code: str
    start: int
    end: int
    phrase: str


@dataclass(frozen=True, slots=True)
class ServiceEvidence:
    """A service and what supports it: words of the note, or an order (then the span is empty)."""

    service_key: str
    units: int
    start: int
    end: int
    phrase: str
    order_key: str


@dataclass(frozen=True, slots=True)
class Order:
    """An order of a visit, its words and its result."""

    key: str
    words: str
    result: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the note: its name and where its text stands."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class RenderedVisit:
    """A visit as it went: the note, its codes and services with their evidence, orders, vitals, the caller's words."""

    story: str
    visit_type: VisitType
    reason: str
    call_words: str
    note_text: str
    sections: tuple[Section, ...]
    codes: tuple[CodeEvidence, ...]
    services: tuple[ServiceEvidence, ...]
    orders: tuple[Order, ...]
    vitals: Vitals


@dataclass(frozen=True, slots=True)
class PlannedCall:
    """A telephone call that books: when, who calls for whom, with what words. ``caller`` may be the patient."""

    at: datetime
    person: int
    caller: int
    relation: str
    phone: str
    words: str


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """A visit of a day. ``call`` is None for a walk-in; ``arrives`` is None for who does not come."""

    person: int
    story: str
    seed: str
    visit_type: VisitType
    provider: str
    site: str
    starts: datetime
    fate: Fate
    walk_in: bool
    arrives: datetime | None
    call: PlannedCall | None


@dataclass(frozen=True, slots=True)
class DayPlan:
    """A day's visits in order of their times."""

    on: date
    visits: tuple[PlannedVisit, ...]
