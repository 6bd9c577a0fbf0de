"""Checking one segment against its table: presence, codes, types, lengths, relations between elements."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from medoffice.standards.x12.specs.tables import Cell, Kind, SegmentSpec
from medoffice.standards.x12.values import Segment, at, day_of

_DECIMAL = re.compile(r"-?(\d+\.?\d*|\.\d+)")
_TIME = re.compile(r"([01]\d|2[0-3])[0-5]\d([0-5]\d(\d{1,2})?)?")
_DATED = {"DTP": (2, 3), "DMG": (1, 2), "PAT": (5, 6)}
_REMEMBERED = 4000

# A fault in a segment: element, component, our code, IK403 code, words, the value.
Problem = tuple[int, int, str, str, str, str]


def check_segment(spec: SegmentSpec, segment: Segment, component: str) -> list[Problem]:
    """Every fault of a segment against its table."""
    found: list[Problem] = []
    cells, last = spec.cells, len(spec.cells) - 1
    for place, value in enumerate(segment):
        if place > last:
            if value:
                found.append((place, 0, "x12.not-used", "I10", "Nothing is allowed here.", value))
            continue
        cell = cells[place]
        if value not in cell.good and not (cell.text and cell.text.least <= len(value) <= cell.text.most):
            found += _element(cell, value, place, component)
    size = len(segment)
    if size <= spec.last_required:
        found += _short(cells, size)
    if spec.relations:
        found += _relations(spec, segment, size)
    if spec.id in _DATED:
        found += _dated(segment, *_DATED[spec.id])
    return found


def _short(cells: list[Cell], size: int) -> Iterator[Problem]:
    for place in range(size, len(cells)):
        if cells[place].usage == "R":
            yield place, 0, "x12.missing-element", "1", "A required value is missing here.", ""


def _element(cell: Cell, value: str, place: int, component: str) -> Iterator[Problem]:
    if not value:
        if cell.usage == "R":
            yield place, 0, "x12.missing-element", "1", "A required value is missing here.", ""
        else:
            cell.good.add("")
    elif cell.usage == "N":
        yield place, 0, "x12.not-used", "I10", "Nothing is allowed here.", value
    elif cell.parts:
        yield from _composite(cell, value, place, component)
    else:
        yield from _value(cell, value, place, 0)


def _composite(cell: Cell, value: str, place: int, component: str) -> Iterator[Problem]:
    values = value.split(component)
    for spot, part in enumerate(cell.parts, 1):
        text = values[spot - 1] if spot <= len(values) else ""
        if text in part.good:
            continue
        if text and part.usage != "N":
            yield from _value(part, text, place, spot)
        elif text:
            yield place, spot, "x12.not-used", "I10", "Nothing is allowed here.", text
        elif part.usage == "R":
            yield place, spot, "x12.missing-element", "1", "A required value is missing here.", ""
        else:
            part.good.add("")
    if any(values[len(cell.parts) :]):
        yield place, len(cell.parts) + 1, "x12.not-used", "I10", "Nothing is allowed here.", value


def _value(cell: Cell, value: str, place: int, spot: int) -> Iterator[Problem]:
    if cell.codes and value not in cell.codes:
        yield place, spot, "x12.code", "7", f"{value[:60]!r} is not one of the codes allowed here.", value
        return
    problem = _misfit(cell.kind, value)
    if problem:
        yield place, spot, *problem, value
    elif (cell.kind is not None and cell.kind.type != "AN") and len(cell.good) < _REMEMBERED:
        cell.good.add(value)


def _misfit(kind: Kind | None, value: str) -> tuple[str, str, str] | None:
    """Our code, the IK403 code and words when a value does not fit its kind."""
    if kind is None:
        return None
    wrong = _TYPES[kind.type](value) if kind.type in _TYPES else None
    if wrong:
        return wrong
    length = len(value.lstrip("-").replace(".", "", 1)) if kind.type in ("R", "N") else len(value)
    if length < kind.least:
        return "x12.too-short", "4", f"{value[:60]!r} is too short: at least {kind.least}."
    if length > kind.most:
        return "x12.too-long", "5", f"{value[:60]!r} is too long: at most {kind.most}."
    return None


def _decimal(value: str) -> tuple[str, str, str] | None:
    return (
        None if value.isascii() and _DECIMAL.fullmatch(value) else ("x12.number", "6", f"{value[:60]!r} is no number.")
    )


def _integer(value: str) -> tuple[str, str, str] | None:
    digits = value.removeprefix("-")
    right = digits.isascii() and digits.isdigit()
    return None if right else ("x12.number", "6", f"{value[:60]!r} is no whole number.")


def _day(value: str) -> tuple[str, str, str] | None:
    return None if day_of(value) else ("x12.day", "8", f"{value[:60]!r} is no day that exists (CCYYMMDD).")


def _time(value: str) -> tuple[str, str, str] | None:
    return (
        None if value.isascii() and _TIME.fullmatch(value) else ("x12.time", "9", f"{value[:60]!r} is no time of day.")
    )


_TYPES: dict[str, Callable[[str], tuple[str, str, str] | None]] = {
    "R": _decimal,
    "N": _integer,
    "DT": _day,
    "TM": _time,
}


def _dated(segment: Segment, form: int, place: int) -> Iterator[Problem]:
    """Days whose form another element says: D8 a day, RD8 a period."""
    problem = _period(at(segment, form), at(segment, place))
    if problem:
        yield place, 0, "x12.day", "8", problem, at(segment, place)


@lru_cache(maxsize=1 << 13)
def _period(form: str, text: str) -> str:
    if form == "D8" and text and not day_of(text):
        return f"{text[:60]!r} is no day that exists (CCYYMMDD)."
    if form == "RD8":
        days = [day_of(part) for part in text.split("-")]
        if len(days) != 2 or None in days:
            return f"{text[:60]!r} is no period (CCYYMMDD-CCYYMMDD)."
        if text[:8] > text[9:]:
            return f"{text[:60]!r} ends before it begins."
    return ""


def _relations(spec: SegmentSpec, segment: Segment, size: int) -> Iterator[Problem]:
    """P all or none, R at least one, C and L the first needs the others (all, any), E at most one."""
    for kind, places in spec.relations:
        if kind in "CLP" and places[0] >= size and (kind != "P" or places[-1] >= size):
            continue
        there = [place for place in places if place < size and segment[place]]
        if _holds(kind, places, there):
            continue
        if kind == "E":
            yield there[1], 0, "x12.too-many", "10", "Only one of these elements may be filled.", segment[there[1]]
        else:
            gone = next(place for place in places if place not in there)
            yield gone, 0, "x12.missing-element", "2", "This is required because another element is filled.", ""


def _holds(kind: str, places: tuple[int, ...], there: list[int]) -> bool:
    if kind == "P":
        return len(there) in (0, len(places))
    if kind == "R":
        return bool(there)
    if kind == "E":
        return len(there) < 2
    if places[0] not in there:
        return True
    return len(there) == len(places) if kind == "C" else len(there) > 1
