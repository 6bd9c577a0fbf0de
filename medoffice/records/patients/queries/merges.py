"""Reads of merges: what two records have, what became of them, what came after, and what a check asks."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import DateTimeField, Field, ForeignKey, Model, QuerySet, UUIDField
from psycopg import sql

from medoffice.kernel.checks import Checked
from medoffice.kernel.findings import Finding
from medoffice.records.patients.models import Merge, MergePart, Patient
from medoffice.records.patients.offers import held_columns, together
from medoffice.records.patients.types.merging import Added, Has, MergeRow

_THINGS = Path(__file__).resolve().parents[1] / "data" / "things.toml"
OF_THE_CARD = ("patient", "patient_card_fact")  # shown and settled as fields, not as what hangs on a record


def patient_columns() -> list[tuple[str, str]]:
    """Every column of every table that holds a patient's id: the foreign keys, and what rooms registered besides."""
    keys = [(model._meta.db_table, str(field.column)) for model, field in _fields() if _names_patient(field)]
    return sorted({*keys, *held_columns.values()})


def _fields() -> Iterator[tuple[type[Model], "Field[Any, Any]"]]:
    for model in apps.get_models(include_auto_created=True):
        yield from ((model, field) for field in model._meta.concrete_fields if model._meta.managed)


def _names_patient(field: "Field[Any, Any]") -> bool:
    derived = field.model._meta.db_table == "patient_name_word"  # written anew from the names
    return isinstance(field, ForeignKey) and field.related_model is Patient and not derived


def survivors(ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Of these the records that are now a part of another, with which. One query."""
    rows = Patient.everyone.filter(id__in=set(ids), merged_into__isnull=False)
    return {who: into for who, into in rows.values_list("id", "merged_into_id") if into}


def who_stands(subject: UUID) -> tuple[UUID, set[UUID]]:
    """Which record stands for a person today, and all records that are theirs. Two queries."""
    into = Patient.everyone.filter(id=subject).values_list("merged_into_id", flat=True).first()
    stands = into or subject
    return stands, {stands, *Patient.everyone.filter(merged_into_id=stands).values_list("id", flat=True)}


def has_below(ids: Iterable[UUID]) -> dict[UUID, list[Has]]:
    """How many things of each kind hang on these records, in people's words. One query."""
    columns = list(dict(reversed(things_below())).items())  # each thing once, though two columns name a record
    asked = [
        sql.SQL("SELECT {n}, {c}, count(*) FROM {t} WHERE {c} = ANY (%s) GROUP BY {c}").format(
            n=sql.Literal(table), c=sql.Identifier(column), t=sql.Identifier(table)
        )
        for table, column in columns
    ]
    wanted = list(ids)
    found: dict[UUID, list[Has]] = {who: [] for who in wanted}
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(asked), [wanted] * len(asked))
        for table, who, count in cursor.fetchall():
            found[who].append(Has(words_of(table)[1], count))
    return {who: sorted(rows, key=lambda has: has.what) for who, rows in found.items()}


def things_below() -> list[tuple[str, str]]:
    """The columns of what hangs on a record, without the record's own fields and merges."""
    return [(table, column) for table, column in patient_columns() if table not in (*OF_THE_CARD, "patient_merge")]


def words_of(table: str) -> tuple[str, str]:
    """What a table holds in people's words: one of them, and several."""
    one, many = things().get(table, (table.replace("_", " "),) * 2)
    return one, many


@cache
def things() -> dict[str, tuple[str, str]]:
    """What hangs on a record in people's words, by table: one of them, and several. No query."""
    told = tomllib.loads(_THINGS.read_text(encoding="utf-8"))
    return {table: (one, many) for table, (one, many) in told.items()}


def merges_of(patient_id: UUID) -> list[MergeRow]:
    """The merges in which a record took part, latest first. Two queries."""
    rows = [*Merge.objects.filter(survivor=patient_id), *Merge.objects.filter(merged=patient_id)]
    numbers = dict(
        Patient.everyone.filter(id__in=[who for row in rows for who in (row.survivor, row.merged)]).values_list(
            "id", "mrn"
        )
    )
    return [to_merge(row, numbers) for row in sorted(rows, key=lambda row: row.id, reverse=True)]


def to_merge(row: Merge, numbers: dict[UUID, str]) -> MergeRow:
    """A merge as the noun, with the numbers of both."""
    fields = [cell[2] for cell in row.changed if cell[0] == "patients.Patient" and cell[1] == str(row.survivor)]
    return MergeRow(
        row.id,
        row.survivor,
        row.merged,
        numbers[row.survivor],
        numbers[row.merged],
        row.merged_at,
        row.merged_by,
        row.undone_at,
        row.undone_by,
        tuple(field for field in fields if field != "version"),
    )


def added_by(merge_id: UUID) -> list[Added]:
    """As ``added_since``."""
    return added_since(Merge.objects.get(id=merge_id))


def added_since(merge: Merge) -> list[Added]:
    """What the survivor got after the merge; ``follows`` if it hangs on something that came with the merged record."""
    parts = list(MergePart.objects.filter(merge=merge).exclude(of_table__in=OF_THE_CARD).order_by("id"))
    going: dict[str, set[str]] = {}
    for part in parts:
        going.setdefault(part.of_table, set()).update(part.moved)
    found: list[tuple[MergePart, Model]] = []
    for part in {(part.of_table, part.of_column): part for part in reversed(parts)}.values():  # the first of each
        rows = _rows_of(part, merge.survivor).exclude(pk__in=[*going[part.of_table], *part.stood])
        found += [(part, row) for row in rows]
    grew, versions = True, _versions(going)
    while grew:
        every = set().union(*going.values())
        follow = [
            (part, row)
            for part, row in found
            if str(row.pk) not in going[part.of_table] and (_hangs(row, going, every) or _version_of(row) & versions)
        ]
        for part, row in follow:
            going[part.of_table].add(str(row.pk))
        grew = bool(follow)
    count: Counter[MergePart] = Counter(part for part, _ in found)
    place: Counter[MergePart] = Counter()
    told = []
    for part, row in found:
        place[part] += 1
        follows = str(row.pk) in going[part.of_table]
        what, _ = words_of(part.of_table)
        told.append(
            Added(part.of_table, part.of_column, str(row.pk), what, follows, place[part], count[part], _moment(row))
        )
    return told


def _moment(row: Model) -> datetime | None:
    """The first moment that a row names: when it was made, taken, sent."""
    named = [field.attname for field in row._meta.concrete_fields if isinstance(field, DateTimeField)]
    return next((at for name in named if (at := getattr(row, name))), None)


def _rows_of(part: MergePart, who: UUID) -> QuerySet[Model, Model]:
    """The rows of a part's table that name somebody in its column."""
    model = _models()[part.of_table]
    name = next(field.attname for field in model._meta.concrete_fields if field.column == part.of_column)
    return model._base_manager.filter(**{name: who}).order_by("pk")


def _models() -> dict[str, type[Model]]:
    return {model._meta.db_table: model for model in apps.get_models(include_auto_created=True)}


def _hangs(row: Model, going: dict[str, set[str]], every: set[str]) -> bool:
    """Whether a row names one that goes back: by a foreign key, or by its id alone, as work does."""
    for field in row._meta.concrete_fields:
        if isinstance(field, UUIDField) and not field.primary_key and str(getattr(row, field.attname)) in every:
            return True
        if isinstance(field, ForeignKey) and field.related_model is not Patient:
            table = field.related_model._meta.db_table
            if str(getattr(row, field.attname)) in going.get(table, ()):
                return True
    return False


def _versions(going: dict[str, set[str]]) -> set[tuple[str, object]]:
    """Which things with versions go back, by the table."""
    models = _models()
    return {
        (table, value)
        for table, column in together.items()
        for value in models[table]._base_manager.filter(pk__in=going.get(table, ())).values_list(column, flat=True)
    }


def _version_of(row: Model) -> set[tuple[str, object]]:
    table = row._meta.db_table
    return {(table, getattr(row, together[table]))} if table in together else set()


def merge_check() -> list[Checked]:
    """Nothing names a record that was merged, but for what rests with it. A query for each column of patients."""
    found = [
        Finding("merged-named", table, f"{count} rows of {table} name a record that was merged into another.")
        for table, column in patient_columns()
        if (count := _named(table, column))
    ]
    merged = Merge.objects.filter(undone_at=None).count()
    return [
        Checked(
            "merges", "what names a record that was merged", f"{merged} records are a part of another", tuple(found)
        )
    ]


def _named(table: str, column: str) -> int:
    asked = sql.SQL(
        "SELECT count(*) FROM {t} r JOIN patient_merge m ON m.merged = r.{c} AND m.undone_at IS NULL"
        " WHERE NOT EXISTS (SELECT FROM patient_merge_part p WHERE p.merge_id = m.id AND p.of_table = %s"
        " AND p.of_column = %s AND r.{k}::text = ANY (p.rests))"
    )
    key = sql.Identifier(str(_models()[table]._meta.pk.column))
    with connection.cursor() as cursor:
        cursor.execute(asked.format(t=sql.Identifier(table), c=sql.Identifier(column), k=key), [table, column])
        count: int = cursor.fetchone()[0]
    return count
