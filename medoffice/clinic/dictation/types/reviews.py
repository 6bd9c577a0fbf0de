"""The nouns of reviewed typing."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from medoffice.clinic.dictation.types.dictations import Dictation


class ErrorClass(StrEnum):
    """How bad an error of a typed report is (AHDI, 2010)."""

    CRITICAL = "critical"
    MINOR = "non-critical"
    FEEDBACK = "feedback"

    @property
    def takes(self) -> int:
        """What it takes from the score."""
        return {"critical": 3, "non-critical": 1, "feedback": 0}[self.value]


class Picked(StrEnum):
    """Why a report's quality is reviewed; nothing: it was passed over."""

    NEW = "new"
    BLANKS = "blanks"
    DRAWN = "drawn"
    PASSED_OVER = ""

    @property
    def says(self) -> str:
        """The reason as people read it."""
        return {"new": "types here since lately", "blanks": "many blanks", "drawn": "drawn", "": "passed over"}[self]


@dataclass(frozen=True, slots=True)
class Mistake:
    """An error of a report: its class, the words as typed and where they begin, and what was said, if that is known."""

    kind: ErrorClass
    typed: str
    said: str = ""
    place: int = 0
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Sampling:
    """Whose reports are reviewed: so many of a hundred, all of the first ``new_reports``, all with more blanks.

    Of everybody (``typist_id`` None) or of one person; ``source`` says whose decision it is.
    """

    typist_id: UUID | None
    percent: int
    new_reports: int
    blanks_over: int
    source: str = ""


class ReviewState(StrEnum):
    """How a review of quality stands: it waits for a reviewer, was told to whoever typed it, and they have read it."""

    WAITS = "waits"
    TOLD = "told"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Review:
    """A review of how a dictation was typed. ``heeded_at``: its author has looked at what is critical."""

    id: UUID
    dictation: Dictation
    typist_id: UUID
    typist: str
    picked: Picked
    state: ReviewState
    finished_at: datetime
    reviewer: str
    score: int | None
    critical: int
    words: str
    done_at: datetime | None
    answer: str
    read_at: datetime | None
    heeded_at: datetime | None
    heeded: str
