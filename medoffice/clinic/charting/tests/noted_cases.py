"""The planted notes and passages of ``data/noted*.txt``: what each is to offer, and what is offered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from medoffice.clinic.charting.rules.history import chart_from
from medoffice.clinic.charting.rules.kinds import ICD10
from medoffice.clinic.charting.rules.noted import About, Noted, noted
from medoffice.clinic.charting.types import Cause, CauseKind, Chart, ListKind, Told, Version
from medoffice.kernel.ids import new_id

ABOUT = About(date(2026, 11, 24), "", date(1968, 5, 4), "FY2027")
_FILES = sorted((Path(__file__).resolve().parent / "data").glob("noted*.txt"))
_KINDS = {"problem": ListKind.PROBLEM, "medicine": ListKind.MEDICATION, "allergy": ListKind.ALLERGY}


@dataclass(frozen=True, slots=True)
class Case:
    """A note, the lists before it, and its rows as lines."""

    name: str
    chart: Chart
    text: str
    rows: frozenset[tuple[str, ...]]


def cases() -> Mapping[str, Case]:
    """All of them, by name."""
    parts = [part for file in _FILES for part in file.read_text(encoding="utf-8").split("=== ")[1:]]
    return {one.name: one for one in map(_case, parts)}


def offered(case: Case) -> frozenset[tuple[str, ...]]:
    """What is offered, told as the file tells it."""
    return frozenset(map(line_of, noted([case.text], ABOUT, case.chart)))


def line_of(one: Noted) -> tuple[str, ...]:
    """A row as the file tells it."""
    told = one.told
    if one.entry is not None:
        return ("stop", told.words.split()[0].lower())
    if one.kind is ListKind.PROBLEM:
        return ("problem", told.code)
    keys = ("reaction",) if one.kind is ListKind.ALLERGY else ("dose", "route", "frequency")
    name = "allergy" if one.kind is ListKind.ALLERGY else "medicine" if one.known else "unknown"
    return (name, told.words.lower(), *(told.details.get(key, "") for key in keys))


def chart_with(*entries: tuple[ListKind, Told]) -> Chart:
    """Lists with these entries."""
    who, at = new_id(), datetime(2026, 11, 1, tzinfo=UTC)
    versions = [
        Version(new_id(), 1, 0, kind, who, told, Cause(CauseKind.SAID), None, "", at, "Iris Ruiz")
        for kind, told in entries
    ]
    return chart_from(who, versions, ())


def _case(text: str) -> Case:
    head, _, rest = text.partition("\n--- lists\n")
    lists, _, rest = rest.partition("--- note\n")
    note, _, rows = rest.partition("--- rows")
    told = [_cells(line) for line in rows.strip().splitlines()]
    wide = {"medicine": 5, "unknown": 5, "allergy": 3}
    padded = frozenset((*cells, *("",) * (wide.get(cells[0], 0) - len(cells))) for cells in told)
    return Case(head.strip(), chart_with(*map(_entry, lists.strip().splitlines())), note, padded)


def _entry(line: str) -> tuple[ListKind, Told]:
    name, *cells = _cells(line)
    kind = _KINDS[name]
    if kind is ListKind.PROBLEM:
        code, words = cells
        return kind, Told(words, ICD10 if code else "", code, "FY2027" if code else "")
    return kind, Told(cells[0], verification=cells[1] if len(cells) > 1 else "confirmed")


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))
