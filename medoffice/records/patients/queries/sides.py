"""What two records say, side by side."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.models import Patient
from medoffice.records.patients.queries.merges import has_below
from medoffice.records.patients.queries.people import to_patient
from medoffice.records.patients.rules.picking import joined, picks_at_first
from medoffice.records.patients.types.merging import MERGED_FIELDS, Has, SideLine


def side_by_side(stays_id: UUID, gone_id: UUID) -> dict[str, Any]:
    """Both patients, the lines of their fields, and what each has below. Raises NotFound. Two queries."""
    rows = {row.id: row for row in Patient.objects.filter(id__in=[stays_id, gone_id])}
    if len(rows) < 2:
        raise NotFound
    mine, theirs = (reader(rows[one]) for one in (stays_id, gone_id))
    lines = _lines(mine, theirs)
    below = has_below([stays_id, gone_id])
    return {
        "stays": to_patient(rows[stays_id]),
        "gone": to_patient(rows[gone_id]),
        "lines": [line for line in lines if line.differs],
        "alike": [line for line in lines if not line.differs],
        "below": _below(below[stays_id], below[gone_id]),
    }


def reader(row: Patient) -> Callable[[str], object]:
    """The values of a record's fields by name."""
    return {field: getattr(row, field) for field in MERGED_FIELDS}.__getitem__


def _lines(mine: Callable[[str], object], theirs: Callable[[str], object]) -> list[SideLine]:
    """Every field of which either says something; the first that differs is where the hands begin."""
    picks = picks_at_first(mine, theirs)
    first = next(iter(picks), "")
    return [
        SideLine(
            field,
            label,
            _written(mine(field)),
            _written(theirs(field)),
            field in picks,
            picks[field].value if field in picks else "",
            field in picks and joined(field, mine(field), theirs(field)) is not None,
            field == first,
        )
        for field, label in MERGED_FIELDS.items()
        if mine(field) or theirs(field)
    ]


def _below(mine: list[Has], theirs: list[Has]) -> list[dict[str, str | int]]:
    counts = [{has.what: has.count for has in side} for side in (mine, theirs)]
    return [
        {"what": what[:1].upper() + what[1:], "mine": counts[0].get(what, 0), "theirs": counts[1].get(what, 0)}
        for what in sorted({*counts[0], *counts[1]})
    ]


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:%m/%d/%Y}" if isinstance(value, date) else str(value or "")
