"""The nouns of upkeep: what is looked after, what was logged of it, when it is due, what was decided."""

from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from uuid import UUID


class Kind(StrEnum):
    """What is looked after."""

    REFRIGERATOR = "refrigerator"
    FREEZER = "freezer"
    AUTOCLAVE = "autoclave"
    ROOM = "room"
    OTHER = "other"


class What(StrEnum):
    """What is logged. ``SPORE``: the biological test of a sterilizer; ``TERMINAL``: a room, at the end of its day."""

    READING = "reading"
    LOAD = "load"
    SPORE = "spore"
    CLEANED = "cleaned"
    TERMINAL = "terminal"


class Verdict(StrEnum):
    """What was decided of what was out of its limits; ``USE`` and ``DISCARD`` of vaccines, ``DONE`` of all else."""

    USE = "use"
    DISCARD = "discard"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Kept:
    """How something is looked after. ``times``: by when of a day what is due is logged; ``days``: 0 is Monday.

    ``source``: where the limits are from. ``vaccines``: vaccines stand in it.
    """

    site_id: UUID
    kind: Kind
    name: str
    times: tuple[time, ...]
    days: tuple[int, ...]
    unit: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    source: str = ""
    vaccines: bool = False


@dataclass(frozen=True, slots=True)
class Equipment:
    """Something that is looked after, since when; ``used``: it still is."""

    id: UUID
    kept: Kept
    since: datetime
    used: bool
    version: int


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of one look at it. ``did``: what was done about what is not as it should be."""

    what: What
    value: Decimal | None = None
    passed: bool | None = None
    load: str = ""
    cycle: str = ""
    did: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log. ``instead_of``: the wrong line it corrects, with ``why``; ``odd``: what is wrong, in words.

    ``at``: when somebody looked, which a correction keeps; ``stands``: no later line corrects it.
    """

    id: UUID
    equipment_id: UUID
    told: Told
    odd: str
    at: datetime
    entered_at: datetime
    by: str
    instead_of: UUID | None
    why: str
    stands: bool


@dataclass(frozen=True, slots=True)
class Slot:
    """Something was, or is, to be logged by a time; ``entry`` answers it."""

    due: datetime
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, of how many lots, why and by whom."""

    verdict: Verdict
    lots: int
    why: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the day: what it is, its last entry, what is due today, what waits for a decision."""

    equipment: Equipment
    last: Entry | None
    slots: tuple[Slot, ...]
    odd: tuple[Entry, ...]
    next: Slot | None
    late: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month of something's log: its lines, oldest first, and what was missed."""

    equipment: Equipment
    first: date
    entries: tuple[Entry, ...]
    missed: tuple[datetime, ...]
    decisions: tuple[Decision, ...]
