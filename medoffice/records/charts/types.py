"""The nouns of paper charts."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Where(StrEnum):
    """Where a paper chart stands."""

    SHELF = "shelf"
    OUT = "out"
    MISSING = "missing"


class Move(StrEnum):
    """What became of a chart."""

    ADDED = "added"
    OUT = "out"
    BACK = "back"
    MISSED = "missed"
    FOUND = "found"


class Abstraction(StrEnum):
    """Whether what a chart says is in the record: nobody asked, it waits, or somebody did it."""

    NOT_ASKED = "not asked"
    WAITS = "waits"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PaperChart:
    """A paper chart, or a volume of one. ``out_to``, ``since`` and ``due`` are of where it stands now."""

    id: UUID
    patient_id: UUID
    volume: str
    shelf: str
    where: Where
    out_to: str
    since: datetime
    due: date | None
    abstraction: Abstraction
    abstracted: str
    abstracted_by: str
    abstracted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A line of a chart's story."""

    move: Move
    to: str
    due: date | None
    at: datetime
    by: str
