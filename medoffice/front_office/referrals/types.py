"""The nouns of referrals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.practice.types import Address
from medoffice.security.types import Actor


class Direction(StrEnum):
    """OUT: a patient of ours is sent to somebody. IN: somebody sent a patient to us."""

    OUT = "out"
    IN = "in"


class Priority(StrEnum):
    """How soon, by the codes of a FHIR request."""

    STAT = "stat"
    ASAP = "asap"
    URGENT = "urgent"
    ROUTINE = "routine"

    @property
    def says(self) -> str:
        """The urgency as people choose it."""
        return _PRIORITY_SAYS[self]


_PRIORITY_SAYS = {
    Priority.STAT: "At once",
    Priority.ASAP: "Within days",
    Priority.URGENT: "Within two weeks",
    Priority.ROUTINE: "Routine",
}


class State(StrEnum):
    """Where a referral stands, in order. A FHIR ServiceRequest is draft, then active, and completed when closed."""

    TO_SEND = "to send"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    SCHEDULED = "scheduled"
    REPORTED = "report received"
    CLOSED = "closed"


class Reached(StrEnum):
    """How somebody was asked where a referral stands."""

    CALL = "called"
    FAX = "faxed"
    MESSAGE = "wrote"
    PATIENT = "asked the patient"


@dataclass(frozen=True, slots=True)
class Performer:
    """Somebody outside whom patients are sent to, or who sends them here."""

    id: UUID
    name: str
    practice: str
    specialty: str
    npi: str
    phone: str
    fax: str
    address: Address
    used: bool
    version: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What a referral asks: the diagnosis, the question, how soon, and the payer's number if it wants one."""

    diagnosis: str
    question: str
    priority: Priority = Priority.ROUTINE
    authorization: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pace:
    """In how many days each step of a referral is due, from a day on, as the office has decided.

    ``send`` from when it was made, ``acknowledge`` from when it went, ``schedule`` from then, ``report`` from the day
    of the visit there, ``review`` from the report. ``source`` says whose decision it is.
    """

    priority: Priority
    since: date
    send: int
    acknowledge: int
    schedule: int
    report: int
    review: int
    source: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """A referral. ``due_on`` is the day of the next step; until ``quiet_until`` nobody need ask again."""

    id: UUID
    number: str
    direction: Direction
    patient_id: UUID
    encounter_id: UUID | None
    performer: Performer
    requester_id: UUID | None
    diagnosis: str
    question: str
    priority: Priority
    authorization: str
    state: State
    state_since: datetime
    due_on: date | None
    quiet_until: date | None
    visit_on: date | None
    letter_id: UUID | None
    report_id: UUID | None
    made_by: str
    made_at: datetime

    @property
    def open(self) -> bool:
        """Whether the loop is not closed yet."""
        return self.state is not State.CLOSED


@dataclass(frozen=True, slots=True)
class Event:
    """A line of a referral's story; ``what`` is a state, or how somebody asked."""

    what: str
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Loop:
    """Something that was asked for and has not come back: since when, due when, who holds it, how dangerous it is.

    ``danger`` is 0 before it is due. ``lane`` is the row of the picture it stands in.
    """

    what: str
    lane: str
    patient_id: UUID
    since: date
    due_on: date | None
    holder: str
    url: str
    danger: int = 0


ReadLoops = Callable[[Actor], Sequence[Loop]]


@dataclass(frozen=True, slots=True)
class Part:
    """Something of a chart that may go with a referral; ``about`` is what labels are said of."""

    id: UUID
    title: str
    dated: date | None
    about: UUID
    usual: bool = False


@dataclass(frozen=True, slots=True)
class PartSource:
    """A room whose papers may go with a referral: what it has of a patient, and one of them as a PDF.

    ``offered`` is asked with the patient and the visit the referral came of; it leaves out what the actor may not see.
    """

    offered: Callable[[Actor, UUID, UUID | None], Sequence[Part]]
    made: Callable[[Actor, UUID], bytes]
