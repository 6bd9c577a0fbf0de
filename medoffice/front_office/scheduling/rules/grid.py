"""The schedule as a table: one row for every five minutes, one column or more for each provider or day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling.rules.spans import Span
from medoffice.front_office.scheduling.rules.supply import UnitDay
from medoffice.front_office.scheduling.types import Appointment

STEP, HALF, HALF_HOUR = timedelta(minutes=5), timedelta(minutes=30), 6  # a row, half an hour, and how many rows make it
_MIDNIGHT = datetime.combine(date.min, time.min)


@dataclass(frozen=True, slots=True)
class Column:
    """A provider's day at a site: hours, what is booked, why the site is closed, if it is, what is held for whom."""

    title: str
    on: date
    provider_id: UUID
    site_id: UUID
    zone: ZoneInfo
    hours: UnitDay
    booked: Sequence[Appointment]
    closed: str = ""
    held: Sequence[tuple[Span, str]] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: a visit over so many rows, or five minutes that are ``free``, ``kept``, ``away`` or ``shut``."""

    kind: str
    column: int
    rows: int = 1
    visit: Appointment | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: of each column its lanes and when its first row begins; the rows by the clock on the wall."""

    lanes: tuple[int, ...]
    begins: tuple[datetime, ...]
    rows: tuple[tuple[time, tuple[Cell, ...]], ...]


def lay_out(columns: Sequence[Column]) -> Grid:
    """Lay visits and hours of some columns out side by side, over the time of day that all of them need together."""
    stretches = [stretch for column in columns for stretch in _stretches(column)]
    if not stretches:
        return Grid(tuple(1 for _ in columns), (), ())
    first = min(begin for begin, _ in stretches) // HALF * HALF
    count = -((first - max(end for _, end in stretches)) // HALF) * HALF_HOUR
    begins = tuple(_at(column, first) for column in columns)
    placed = [_placed(column.booked, begin) for column, begin in zip(columns, begins, strict=True)]
    lanes = tuple(max((lane for _, _, lane, _ in found), default=0) + 1 for found in placed)
    rows = []
    for row in range(count):
        cells = list[Cell]()
        for place, column in enumerate(columns):
            cells += _cells(column, place, begins[place] + row * STEP, row, placed[place], lanes[place])
        rows.append(((_MIDNIGHT + first + row * STEP).time(), tuple(cells)))
    return Grid(lanes, begins, tuple(rows))


def _stretches(column: Column) -> Iterator[tuple[timedelta, timedelta]]:
    """When a column is needed, by the clock on its wall since its midnight."""
    midnight = datetime.combine(column.on, time.min)
    spans = [opening.span for opening in column.hours.openings]
    for one in spans + [Span(visit.starts, visit.ends) for visit in column.booked]:
        begin, end = (at.astimezone(column.zone).replace(tzinfo=None) - midnight for at in (one.starts, one.ends))
        yield begin, end


def _at(column: Column, since: timedelta) -> datetime:
    """The instant at which the clock on a column's wall shows so much since its midnight."""
    return (datetime.combine(column.on, time.min) + since).replace(tzinfo=column.zone)


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
            yield Cell(kind, place, label=label)
        elif here[0] == row:
            yield Cell("visit", place, here[1] - here[0], here[3])


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
