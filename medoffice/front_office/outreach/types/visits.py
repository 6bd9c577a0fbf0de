"""The nouns of visits that are moved or asked for: absences with their visits, and what patients book by themselves."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.front_office.scheduling.types import Appointment, Slot


class LineState(StrEnum):
    """Where a visit of an absence stands: to be moved, moved but not told, told, agreed, to be called, or off."""

    LEFT = "left"
    UNTOLD = "untold"
    TOLD = "told"
    AGREED = "agreed"
    CALL = "call"
    OFF = "off"


SETTLED = frozenset({LineState.TOLD, LineState.AGREED, LineState.OFF})


@dataclass(frozen=True, slots=True)
class Reschedule:
    """The visits of somebody who is absent, to be moved: whose, from when to when, why."""

    id: UUID
    provider_id: UUID
    starts: datetime
    ends: datetime
    why: str
    by: str
    at: datetime
    closed: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A visit of an absence, where it went, and what is proposed for it."""

    visit: Appointment
    then: Appointment | None
    state: LineState
    proposed: tuple[Slot, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """Where a visit is to go."""

    appointment_id: UUID
    provider_id: UUID
    site_id: UUID
    starts: datetime


class For(StrEnum):
    """Who may book by themselves."""

    BOTH = "both"
    NEW = "new"
    KNOWN = "known"

    @property
    def says(self) -> str:
        """The choice as people read it."""
        return {"both": "Anybody", "new": "Who was never here", "known": "Who was here before"}[self.value]


@dataclass(frozen=True, slots=True)
class SelfBooking:
    """What patients may book by themselves: whether at all, which kinds with whom, how early, how far, how many a day
    with a provider, who; and whether staff look at each before it is booked. Who was here before is always looked at.
    """

    on: bool = False
    kinds: tuple[str, ...] = ()
    provider_ids: tuple[UUID, ...] = ()
    lead_hours: int = 24
    horizon_days: int = 30
    per_day: int = 4
    who: For = For.BOTH
    approval: bool = True
    version: int = 0


class AskedState(StrEnum):
    """What became of a visit somebody asked for on the web."""

    WAITING = "waiting"
    BOOKED = "booked"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Person:
    """Who somebody says they are, on the web."""

    family: str
    given: str
    birth_date: date
    phone: str
    email: str
    language: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A visit somebody asked for on the web. ``known``: they say that they were here before; nobody has checked."""

    id: UUID
    person: Person
    known: bool
    kind: str
    provider_id: UUID
    site_id: UUID
    starts: datetime
    state: AskedState
    at: datetime
    patient_id: UUID | None
    appointment_id: UUID | None
    why: str
    by: str
