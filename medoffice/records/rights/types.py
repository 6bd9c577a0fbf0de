"""The nouns of rights."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.records.releases.types import Item
from medoffice.security.types import Actor


class Asker(StrEnum):
    """Who may ask: the patient, or who acts for them."""

    PATIENT = "patient"
    PROXY = "proxy"

    @property
    def says(self) -> str:
        """As people choose it."""
        return {"patient": "The patient", "proxy": "Who acts for the patient"}[self.value]


class Answer(StrEnum):
    """How far a request is."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"

    @property
    def tone(self) -> str:
        """How it is coloured."""
        return {"open": "warn", "accepted": "ok", "denied": "bad"}.get(self.value, "")


class LineKind(StrEnum):
    """What is said after an answer. The first three go with each later copy of the item; TOLD says who was told."""

    DISAGREES = "disagrees"
    INCLUDE = "include"
    REBUTTAL = "rebuttal"
    TOLD = "told"

    @property
    def says(self) -> str:
        """As people choose it."""
        return {
            "disagrees": "The patient disagrees",
            "include": "The patient wants request and denial to go along",
            "rebuttal": "The office answers the patient's statement",
            "told": "Somebody was told",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Ground:
    """A reason of the rule for which an amendment may be denied, from a day on."""

    key: str
    words: str
    since: date
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Thing:
    """Something of the chart that an amendment is about. ``about`` is what labels are said of."""

    kind: str
    id: UUID
    about: UUID | None
    title: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request for an amendment as it came in."""

    thing: str
    wrong: str
    right: str
    asker: Asker
    asker_name: str
    identity: str
    came_on: date


@dataclass(frozen=True, slots=True)
class Line:
    """What was said after the answer; nothing about it changes."""

    kind: LineKind
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Amendment:
    """A request that something in the chart be amended, and what came of it."""

    id: UUID
    number: str
    patient_id: UUID
    thing: Thing
    wrong: str
    right: str
    asker: Asker
    asker_name: str
    identity: str
    came_on: date
    due_on: date
    extended_why: str
    answer: Answer
    statement: str
    tell: str
    ground: Ground | None
    answered_why: str
    answered_by: str
    answered_at: datetime | None
    made_by: str
    made_at: datetime
    version: int
    lines: tuple[Line, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it waits for an answer."""
        return self.answer is Answer.OPEN

    def said(self, kind: LineKind) -> list[Line]:
        """The lines of a kind, first to last."""
        return [one for one in self.lines if one.kind is kind]


@dataclass(frozen=True, slots=True)
class Amendable:
    """Things of a chart that have versions: an amendment that is accepted makes a further one, in the act that accepts.

    ``things`` are those of a patient that somebody may know of; they are asked about instead of the source of copies
    ``instead_of``. ``where`` is the address of the thing of a request, ``accept_at`` that at which it is accepted; ""
    for whoever may not.
    """

    kind: str
    title: str
    things: Callable[[Actor, UUID], list[Item]]
    where: Callable[[Actor, Amendment], str]
    accept_at: Callable[[Actor, Amendment], str]
    instead_of: str = ""


class Standing(StrEnum):
    """How far a restriction is."""

    OPEN = "open"
    AGREED = "agreed"
    REFUSED = "refused"
    ENDED = "ended"

    @property
    def tone(self) -> str:
        """How it is coloured."""
        return {"open": "warn", "agreed": "bad"}.get(self.value, "")


class Named(StrEnum):
    """How it is known whom a restriction names: chosen of the payers or of the patient's people, or in words alone."""

    PAYER = "payer"
    PERSON = "person"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Restriction:
    """What a patient asked the office not to tell to somebody, and what came of it.

    ``lifted_until``: for emergency treatment it does not hold until then.
    """

    id: UUID
    number: str
    patient_id: UUID
    to_name: str
    what: str
    why: str
    identity: str
    came_on: date
    standing: Standing
    answered_why: str
    answered_by: str
    answered_at: datetime | None
    ended_why: str
    ended_by: str
    ended_at: datetime | None
    lifted_until: datetime | None
    lifted_why: str
    lifted_by: str
    made_by: str
    made_at: datetime
    version: int
    named: Named = Named.WORDS

    def holds(self, at: datetime) -> bool:
        """Whether it is in force at an instant."""
        return self.standing is Standing.AGREED and not (self.lifted_until and at < self.lifted_until)


@dataclass(frozen=True, slots=True)
class Objection:
    """A restriction as it was asked for: not to tell this to them.

    ``to``: one of ``whom_known`` by its key; otherwise whom is said in words (``to_name``).
    """

    to_name: str
    what: str
    why: str
    identity: str
    came_on: date
    to: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """A version of the office's notice of privacy practices, in force from a day on; it never changes."""

    id: UUID
    version: int
    effective_on: date
    text: str
    made_by: str
    made_at: datetime


class Receipt(StrEnum):
    """What came of asking a patient to sign that they were given the notice."""

    SIGNED = "signed"
    REFUSED = "refused"
    UNABLE = "unable"
    EMERGENCY = "emergency"

    @property
    def says(self) -> str:
        """As people choose it."""
        return {
            "signed": "signed",
            "refused": "would not sign",
            "unable": "could not sign",
            "emergency": "an emergency: ask later",
        }[self.value]

    @property
    def settles(self) -> bool:
        """Whether nobody asks again: signed, or tried in good faith and why it was not."""
        return self is not Receipt.EMERGENCY


@dataclass(frozen=True, slots=True)
class Receiving:
    """That a patient was given a version of the notice: what came of it, who signed or why not, who noted it."""

    id: UUID
    patient_id: UUID
    notice_version: int
    outcome: Receipt
    signed_by: str
    why: str
    on: date
    noted_by: str
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """How a patient stands to the notice: the one in force, what settled it, and what else was noted last."""

    notice: Notice | None
    settled: Receiving | None
    last: Receiving | None

    @property
    def owed(self) -> bool:
        """Whether the patient is to be given the notice and asked to sign. A later version asks nobody again."""
        return self.notice is not None and self.settled is None
