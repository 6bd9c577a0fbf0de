"""The nouns of faxes: a fax, what became of it, what a line is handed and what it tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

DOWN_AFTER = 3  # failures in a row of the line itself, until a person is told


class FaxState(StrEnum):
    """Where a fax stands. QUEUED waits for the line, HANDED is with it; a FAILED one is a person's work."""

    QUEUED = "queued"
    HANDED = "handed"
    DELIVERED = "delivered"
    FAILED = "failed"
    STOPPED = "stopped"


OPEN = (FaxState.QUEUED, FaxState.HANDED)


@dataclass(frozen=True, slots=True)
class FaxArrived:
    """A fact: all pages of a fax arrived. ``key``: what it was for."""

    fax_id: UUID
    key: str


class Outcome(StrEnum):
    """What came of a call. NOBODY: the number is no fax machine's, so that no other try would help."""

    DELIVERED = "delivered"
    BUSY = "busy"
    NO_ANSWER = "no answer"
    BROKEN = "broken off"
    NOBODY = "no fax machine"


@dataclass(frozen=True, slots=True)
class ToFax:
    """What is to go: about whom, what it is in words, to whom at which number, why.

    ``notices`` stand on the cover sheet, which names no patient. ``key``: what the fax is for; the same key is the
    same fax. ``abouts``: beside the visit, what labels are said of in it (documents); asked when it is queued and
    again when it goes.
    """

    key: str
    patient_id: UUID
    what: str
    to_name: str
    to_number: str
    purpose: str
    why: str = ""
    encounter_id: UUID | None = None
    notices: tuple[str, ...] = ()
    abouts: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Fax:
    """A fax. ``pages`` counts the cover sheet; ``tries`` the calls; ``document_id``: the confirmation."""

    id: UUID
    number: str
    key: str
    patient_id: UUID
    encounter_id: UUID | None
    what: str
    to_name: str
    to_number: str
    pages: int
    purpose: str
    state: FaxState
    why: str
    tries: int
    try_at: datetime | None
    made_by: str
    made_at: datetime
    document_id: UUID | None

    @property
    def tone(self) -> str:
        """How its state is coloured."""
        tones = {FaxState.DELIVERED: "ok", FaxState.FAILED: "bad", FaxState.HANDED: "info"}
        return tones.get(self.state, "warn")


@dataclass(frozen=True, slots=True)
class FaxEvent:
    """A line of what became of a fax."""

    state: FaxState
    words: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Call:
    """What a line is handed: one call of a fax. The same fax and try is the same call, however often it is handed."""

    fax_id: UUID
    attempt: int
    to_number: str
    pages: bytes


@dataclass(frozen=True, slots=True)
class Told:
    """What a line tells of a call, under its own name for the news: how many pages arrived, and who answered there."""

    key: str
    fax_id: UUID
    attempt: int
    outcome: Outcome
    pages: int
    answered: str
    at: datetime


class Line(Protocol):
    """A way by which faxes leave. Whatever it cannot do now it refuses."""

    key: str

    def send(self, call: Call) -> None:
        """Hand a call over; the same again is the same call. Raises Refusal if nothing can go now."""

    def waiting(self) -> Sequence[Told]:
        """What it has to tell, oldest first, until it is said to be fetched."""

    def fetched(self, key: str) -> None:
        """The office has this."""


@dataclass(frozen=True, slots=True)
class LineState:
    """How the line stands: failures in a row, why, when it is tried again; how many faxes wait for it."""

    failures: int
    why: str
    try_at: datetime | None
    waiting: int
    failed: int

    @property
    def down(self) -> bool:
        """Whether a person has to know."""
        return self.failures >= DOWN_AFTER
