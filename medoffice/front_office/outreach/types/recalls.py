"""The nouns of recalls: rules, who is due, attempts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.front_office.outreach.types.messages import Channel


class Basis(StrEnum):
    """What a recall rests on: a visit of a kind, a diagnosis, a service that was done, or an age."""

    VISIT = "visit"
    DIAGNOSIS = "diagnosis"
    PROCEDURE = "procedure"
    AGE = "age"


@dataclass(frozen=True, slots=True)
class Seen:
    """Something a recall can rest on: of whom, when last, and the visit that told of it (None for an age)."""

    patient_id: UUID
    on: date
    visit_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A code as it is kept, and what it says."""

    code: str
    words: str


@dataclass(frozen=True, slots=True)
class CodeSource:
    """Who had a diagnosis or a service, by the room that keeps them: of each patient the last time.

    ``named`` says which of some codes as typed there are, or ever were; one that it leaves out is none.
    """

    seek: Callable[[tuple[str, ...]], Iterable[Seen]]
    named: Callable[[tuple[str, ...]], Mapping[str, Named]]


@dataclass(frozen=True, slots=True)
class RecallRule:
    """Who is to be seen again: so many months after what it rests on, for a kind of visit.

    ``codes`` are kinds of visits, beginnings of diagnosis codes, or services by code or key. Ages are in years, both
    counted in; an age alone is a basis, beside another it narrows whom the rule is about.
    ``source`` says where the interval comes from; the office answers for it.
    """

    id: UUID
    name: str
    basis: Basis
    codes: tuple[str, ...]
    months: int
    kind: str
    from_age: int | None
    to_age: int | None
    source: str
    valid_from: date
    valid_to: date | None = None

    def holds(self, on: date) -> bool:
        """Whether it holds on a day."""
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def is_about(self, age: int) -> bool:
        """Whether somebody of so many years is among those it is about."""
        return (self.from_age or 0) <= age and (self.to_age is None or age <= self.to_age)


class RecallState(StrEnum):
    """Where a recall stands. GIVEN_UP: nobody was reached three times."""

    DUE = "due"
    BOOKED = "booked"
    DECLINED = "declined"
    GIVEN_UP = "given_up"


class Tried(StrEnum):
    """What came of an attempt to reach somebody who is due."""

    BOOKED = "booked"
    LATER = "later"
    LEFT_WORD = "left_word"
    NO_ANSWER = "no_answer"
    SENT = "sent"
    DECLINED = "declined"

    @property
    def says(self) -> str:
        """The outcome as people choose it."""
        return _TRIED_SAYS[self]


_TRIED_SAYS = {
    Tried.BOOKED: "Booked",
    Tried.LATER: "Reached, will call back",
    Tried.LEFT_WORD: "Left word",
    Tried.NO_ANSWER: "No answer",
    Tried.SENT: "Message sent",
    Tried.DECLINED: "Does not want to come",
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt to reach somebody who is due."""

    channel: Channel
    outcome: Tried
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Recall:
    """Somebody who is due: for what, since when, how often they were tried, last by which way."""

    id: UUID
    patient_id: UUID
    name: str
    kind: str
    due_on: date
    state: RecallState
    attempts: int
    last_channel: str
    last_at: datetime | None
    appointment_id: UUID | None
    visit_id: UUID | None
