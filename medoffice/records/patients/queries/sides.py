"""What two records say, side by side."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import providers
from medoffice.records.patients.models import Patient
from medoffice.records.patients.queries.merges import has_below
from medoffice.records.patients.queries.people import to_patient
from medoffice.records.patients.rules.picking import joined, picks_at_first
from medoffice.records.patients.rules.written import written
from medoffice.records.patients.types.card import TOLD
from medoffice.records.patients.types.merging import MERGED_FIELDS, Has, SideLine
from medoffice.security.api import can
from medoffice.security.types import Actor


def side_by_side(actor: Actor, stays_id: UUID, gone_id: UUID, picks: Mapping[str, str] | None = None) -> dict[str, Any]:
    """Both patients, the lines of their fields, and what each has below. Raises NotFound.

    ``picks`` are what somebody chose already, by field; without them what is proposed is chosen.
    What patients say of who they are is there only for whoever may see that of both.
    """
    rows = {row.id: row for row in Patient.objects.filter(id__in=[stays_id, gone_id])}
    if len(rows) < 2:
        raise NotFound
    mine, theirs = (reader(rows[one]) for one in (stays_id, gone_id))
    told = all(can(actor, "patients.told", one) for one in (stays_id, gone_id))
    ours = {str(one.id): f"{one.name} {one.credentials}".strip() for one in providers()}
    fields = {field: label for field, label in MERGED_FIELDS.items() if told or field not in TOLD}
    lines = _lines(mine, theirs, fields, picks or {}, ours)
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


def _lines(
    mine: Callable[[str], object],
    theirs: Callable[[str], object],
    fields: Mapping[str, str],
    chosen: Mapping[str, str],
    ours: Mapping[str, str],
) -> list[SideLine]:
    """Every field of which either says something; the first that differs is where the hands begin."""
    picks = picks_at_first(mine, theirs)
    first = next((field for field in picks if field in fields), "")
    return [
        SideLine(
            field,
            label,
            written(field, mine(field), ours),
            written(field, theirs(field), ours),
            field in picks,
            chosen.get(field, picks[field].value) if field in picks else "",
            bool(field in picks and mine(field) and theirs(field) and joined(field, mine(field), theirs(field))),
            field == first,
        )
        for field, label in fields.items()
        if mine(field) or theirs(field)
    ]


def _below(mine: list[Has], theirs: list[Has]) -> list[dict[str, str | int]]:
    counts = [{has.what: has.count for has in side} for side in (mine, theirs)]
    return [
        {"what": what[:1].upper() + what[1:], "mine": counts[0].get(what, 0), "theirs": counts[1].get(what, 0)}
        for what in sorted({*counts[0], *counts[1]})
    ]
