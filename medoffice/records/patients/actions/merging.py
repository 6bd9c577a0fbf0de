"""A merge under way: the rows that move, and the cells that get another value, kept so that they get it back."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import Model

from medoffice.records.patients.models import Merge, Patient, Said
from medoffice.records.patients.offers import mergings
from medoffice.records.patients.queries.merges import patient_columns
from medoffice.records.patients.types.merging import Change

Cell = list[Any]


def changing(merge: Merge) -> Change:
    """What rooms change a row with while two records become one; it is kept, and undone with the merge."""

    def change(row: Model, **fields: object) -> None:
        for name, after in fields.items():
            before = getattr(row, name)
            if before != after:
                setattr(row, name, after)
                merge.changed.append([row._meta.label, str(row.pk), name, _plain(before), _plain(after)])
        type(row)._base_manager.filter(pk=row.pk).update(**fields)

    return change


def change_back(cells: Iterable[Cell]) -> list[str]:
    """Give cells their values back, latest first; those that got yet another since are left, and told by name."""
    left = []
    for label, key, name, before, after in reversed(list(cells)):
        now = {name: after} if after is not None else {f"{name}__isnull": True}
        rows = apps.get_model(label)._base_manager.filter(pk=key, **now)
        if not rows.update(**{name: before}):
            left.append(name)
    return left


def prepare(survivor: Patient, merged: Patient, change: Change) -> None:
    """What cannot stand twice is settled first: here, and in the rooms that registered for it."""
    for row in (survivor, merged):
        if row.guarantor_id in (survivor.id, merged.id):
            change(row, guarantor_id=None)
    open_now = Said.objects.filter(patient_id=survivor.id, state="open").values_list("field", flat=True)
    for said in Said.objects.filter(patient_id=merged.id, state="open", field__in=list(open_now)):
        change(said, state="replaced")
    for settle in mergings.values():
        settle(survivor.id, merged.id, change)


def move_rows(merge: Merge) -> None:
    """Move every row of the merged record to the survivor; what would stand there twice rests."""
    with connection.cursor() as cursor:
        for table, column in patient_columns():
            cursor.execute("SELECT move_patient_rows(%s, %s, %s)", [merge.id, table, column])


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
