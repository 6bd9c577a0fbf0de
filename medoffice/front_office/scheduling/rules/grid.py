"""The schedule as a table: one row for every five minutes, one column or more for each provider or day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from medoffice.front_office.scheduling.rules.spans import Span
from medoffice.front_office.scheduling.rules.supply import UnitDay
from medoffice.front_office.scheduling.types import Appointment

STEP, HALF_HOUR = timedelta(minutes=5), 6  # a row, and how many make half an hour


@dataclass(frozen=True, slots=True)
class Column:
    """A provider's day at a site: hours, what is booked, why the site is closed, if it is, what is held for whom."""

    title: str
    on: date
    provider_id: UUID
    site_id: UUID
    hours: UnitDay
    booked: Sequence[Appointment]
    closed: str = ""
    held: Sequence[tuple[Span, str]] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: a visit over so many rows, or five minutes that are ``free``, ``kept``, ``away`` or ``shut``."""

    kind: str
    column: int
    starts: datetime
    provider_id: UUID
    site_id: UUID
    rows: int = 1
    visit: Appointment | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: how many sub-columns each column has, and the rows with their instants."""

    lanes: tuple[int, ...]
    rows: tuple[tuple[datetime, tuple[Cell, ...]], ...]


def lay_out(columns: Sequence[Column], around: Span | None) -> Grid:
    """Lay visits and hours of some columns out over the stretch they need, and at least over ``around``."""
    spans = [one.span for column in columns for one in column.hours.openings]
    spans += [Span(one.starts, one.ends) for column in columns for one in column.booked]
    spans += [around] if around else []
    if not spans:
        return Grid(tuple(1 for _ in columns), ())
    first = _down(min(one.starts for one in spans))
    count = -((first - max(one.ends for one in spans)) // (STEP * HALF_HOUR)) * HALF_HOUR
    placed = [_placed(column.booked, first) for column in columns]
    lanes = tuple(max((lane for _, _, lane, _ in found), default=0) + 1 for found in placed)
    rows = []
    for row in range(count):
        at, cells = first + row * STEP, list[Cell]()
        for place, column in enumerate(columns):
            cells += _cells(column, place, at, row, placed[place], lanes[place])
        rows.append((at, tuple(cells)))
    return Grid(lanes, tuple(rows))


Placed = tuple[int, int, int, Appointment]  # from which row, to which, in which lane, what


def _placed(booked: Iterable[Appointment], first: datetime) -> list[Placed]:
    """Visits on whole rows, beside each other where they share one."""
    found: list[Placed] = []
    for one in sorted(booked, key=lambda one: (one.starts, one.walk_in, one.id)):
        begin, end = (one.starts - first) // STEP, -((first - one.ends) // STEP)
        lane = 0
        while any(lane == other and begin < to and from_ < end for from_, to, other, _ in found):
            lane += 1
        found.append((begin, max(end, begin + 1), lane, one))
    return found


def _cells(column: Column, place: int, at: datetime, row: int, placed: Sequence[Placed], lanes: int) -> Iterable[Cell]:
    for lane in range(lanes):
        here = next((one for one in placed if one[2] == lane and one[0] <= row < one[1]), None)
        if here is None:
            kind, label = _what(column, at)
            yield Cell(kind, place, at, column.provider_id, column.site_id, label=label)
        elif here[0] == row:
            visit = here[3]
            yield Cell("visit", place, visit.starts, column.provider_id, column.site_id, here[1] - here[0], visit)


def _what(column: Column, at: datetime) -> tuple[str, str]:
    """What five minutes without a visit are, and what is said of them where they begin."""
    if column.closed:
        return "shut", column.closed
    gone = next(((span, why) for span, why in column.hours.away if span.starts <= at < span.ends), None)
    block = next((one for one in column.hours.openings if one.span.starts <= at < one.span.ends), None)
    if block is None:
        return "shut", ""
    if gone is not None:
        return "away", gone[1]
    held = next(((span, why) for span, why in column.held if span.starts <= at < span.ends), None)
    if held is not None:
        return "kept", held[1] if held[0].starts == at else ""
    begins = at - STEP < block.span.starts
    said = block.label or ", ".join(block.kinds) or ("held" if block.opens else "")
    return ("kept" if block.kinds or block.opens else "free"), (said if begins else "")


def _down(at: datetime) -> datetime:
    """The full half hour at or before an instant."""
    return at.replace(minute=at.minute // 30 * 30, second=0, microsecond=0)
