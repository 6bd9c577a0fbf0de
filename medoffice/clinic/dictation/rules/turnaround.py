"""How long dictations took: from sent to first finished, and from there to signed; by kind, and all together.

Half of them took no longer than ``half``, nine of ten no longer than ``most``: times that were really taken, none
between two. What is not signed yet counts for the first and not for the second.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from medoffice.clinic.dictation.types.dictations import Priority

ALL = ""  # the kind of the line of all kinds together


@dataclass(frozen=True, slots=True)
class Way:
    """A dictation that was finished at least once: when, and by when it was to be; when it was signed, if it is."""

    kind: str
    priority: Priority
    sent_at: datetime
    due_at: datetime
    ready_at: datetime
    signed_at: datetime | None


@dataclass(frozen=True, slots=True)
class Spread:
    """How long something took: half of them, and nine of ten, no longer than this."""

    half: timedelta
    most: timedelta


@dataclass(frozen=True, slots=True)
class Turnaround:
    """How long the dictations of a kind took; how many were late, how many were STAT and late of those."""

    kind: str
    count: int
    late: int
    stat: int
    stat_late: int
    ready: Spread
    signed: Spread | None


def turnarounds(ways: Sequence[Way]) -> list[Turnaround]:
    """By kind, in the order of their keys, and all together behind them where there are several."""
    kinds = sorted({way.kind for way in ways})
    lines = [_line(kind, [way for way in ways if way.kind == kind]) for kind in kinds]
    return lines if len(lines) < 2 else [*lines, _line(ALL, ways)]


def _line(kind: str, ways: Sequence[Way]) -> Turnaround:
    late = [way for way in ways if way.ready_at > way.due_at]
    signed = [way.signed_at - way.ready_at for way in ways if way.signed_at]
    return Turnaround(
        kind, len(ways), len(late), sum(way.priority is Priority.STAT for way in ways),
        sum(way.priority is Priority.STAT for way in late), _spread(way.ready_at - way.sent_at for way in ways),
        _spread(signed) if signed else None,
    )  # fmt: skip


def _spread(spans: Iterable[timedelta]) -> Spread:
    ordered = sorted(spans)
    return Spread(*(ordered[-(-len(ordered) * tenths // 10) - 1] for tenths in (5, 9)))
