"""The nouns of the simulated pharmacy."""

from dataclasses import dataclass, field
from enum import StrEnum


class Habit(StrEnum):
    """What becomes of a prescription."""

    PLAIN = "plain"  # it arrives, they have it, it is dispensed
    PARTIAL = "partial"  # part of it today, the rest tomorrow
    NONE = "none"  # not dispensed
    ELSEWHERE = "elsewhere"  # transferred to another pharmacy
    RENEWAL = "renewal"  # asked for again before it runs out
    CHANGE = "change"  # something else is asked for, then it is dispensed
    KEEPING = "keeping"  # dispensed at once, so a cancellation is denied
    BUSY = "busy"  # error 600 at the first try, then plain
    REJECTING = "rejecting"  # error 900
    UNKNOWN = "unknown"  # error 601: nobody knows this pharmacy
    SILENT = "silent"
    TWICE = "twice"  # everything two times
    DISORDER = "disorder"  # the last word first


@dataclass(frozen=True, slots=True)
class PharmacyMood:
    """How it is: its ``seed``, how many of a hundred prescriptions have each habit (others are plain).

    ``dead`` takes and tells nothing, ``deaf`` takes a message and fails before it says so; so many days ``ahead`` of
    the end of what it gave it asks for more.
    """

    seed: int = 0
    dead: bool = False
    deaf: bool = False
    habits: tuple[tuple[str, int], ...] = ()
    ahead: int = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """A message of the office, as it reads it."""

    number: str
    kind: str
    to: str
    order: str
    medicine: str
    days: int


@dataclass(frozen=True, slots=True)
class News:
    """Something it has to tell: so many minutes after it was asked, these words of this kind.

    ``ends``: from then on a cancellation comes too late.
    """

    key: str
    after: int
    kind: str
    order: str
    to_number: str
    said: str = ""
    words: str = ""
    medicine: str = ""
    ends: bool = field(default=False, compare=False)
