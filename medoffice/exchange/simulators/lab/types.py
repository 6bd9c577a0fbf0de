"""The nouns of the simulated laboratory."""

from dataclasses import dataclass, field
from enum import StrEnum


class Habit(StrEnum):
    """What becomes of a test."""

    PLAIN = "plain"  # final, at once
    PARTIAL = "partial"  # preliminary, then final
    CORRECTED = "corrected"  # final, then otherwise
    CANCELLED = "cancelled"
    STRANGER = "stranger"  # under our number, but about somebody else
    NUMBERLESS = "numberless"  # about the right person, without our number
    SILENT = "silent"
    TWICE = "twice"  # the same message two times
    LATE = "late"  # the correction comes before what it corrects
    CRITICAL = "critical"
    BROKEN = "broken"  # a frame that does not end, then the message again
    PAPER = "paper"  # with a document inside


@dataclass(frozen=True, slots=True)
class LabMood:
    """How it is: its ``seed``, how many of a hundred tests have each habit (others are plain), whether it answers.

    ``dead`` takes and tells nothing, ``deaf`` takes an order and does not answer, ``refusing`` answers AE.
    """

    seed: int = 0
    dead: bool = False
    deaf: bool = False
    refusing: bool = False
    habits: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class TestAsked:
    """A test of an order, as it reads it."""

    number: str
    code: str
    words: str


@dataclass(frozen=True, slots=True)
class OrderTaken:
    """An order as it reads it: the fields of the patient as they came."""

    control_id: str
    patient: tuple[str, ...]
    ordered_by: str
    tests: tuple[TestAsked, ...]


@dataclass(frozen=True, slots=True)
class News:
    """Something it has to tell: so many minutes after the order, these bytes; ``broken``: the frame does not end."""

    key: str
    after: int
    data: bytes = field(repr=False)
    broken: bool = False
