"""Loading rows by the million: rows made by the rooms' own builders, written by COPY into a world that is being made.

``Loader`` takes unsaved model instances and writes them table by table, a bounded number at a time. ``unguarded`` takes
the secondary indexes, constraints and triggers of a world's tables away for the time of the load and puts the very same
ones back afterwards: the database then proves every constraint over the whole table, and refuses the world if one does
not hold. Primary keys stay. For the owner's role, in a world nobody else has open.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from operator import attrgetter
from typing import Any

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import connection, models
from psycopg import sql
from psycopg.types.range import Range

CHUNK = 4_000  # rows of a table that wait in memory


class Loader:
    """Rows on their way into their tables; ``close`` (or the end of the block) writes what still waits."""

    def __init__(self) -> None:
        """Nothing waits yet."""
        self._waiting: dict[type[models.Model], list[models.Model]] = {}
        self._columns: dict[type[models.Model], _Columns] = {}
        self.written = 0

    def add(self, *rows: models.Model) -> None:
        """Take rows; a full table is written at once."""
        for row in rows:
            kind = type(row)
            waiting = self._waiting.setdefault(kind, [])
            waiting.append(row)
            if len(waiting) >= CHUNK:
                self._write(kind)

    def close(self) -> None:
        """Write what still waits."""
        for kind in list(self._waiting):
            self._write(kind)

    def _write(self, kind: type[models.Model]) -> None:
        rows = self._waiting.pop(kind, [])
        if kind not in self._columns:
            self._columns[kind] = _Columns(kind)
        columns = self._columns[kind]
        with connection.cursor() as cursor, cursor.copy(columns.statement) as copy:
            for row in rows:
                copy.write_row(columns.values(row))
        self.written += len(rows)


class _Columns:
    """How the rows of a model become rows of its table; a key that the database counts is left to it."""

    def __init__(self, kind: type[models.Model]) -> None:
        fields = [field for field in kind._meta.concrete_fields if not isinstance(field, models.AutoField)]
        names = [sql.Identifier(str(field.column)) for field in fields]
        self.statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(kind._meta.db_table), sql.SQL(", ").join(names)
        )
        self._get = attrgetter(*(field.attname for field in fields))
        changed = {place: _changer(field) for place, field in enumerate(fields)}
        self._change = [(place, change) for place, change in changed.items() if change is not None]

    def values(self, row: models.Model) -> list[Any]:
        """The row's values in the order of the columns."""
        values = list(self._get(row))
        for place, change in self._change:
            values[place] = change(values[place])
        return values


def _changer(field: "models.Field[Any, Any]") -> Callable[[Any], Any] | None:
    """What makes of a field's value what COPY takes; None where it takes the value as it is."""
    if isinstance(field, models.JSONField):
        return json.dumps
    if isinstance(field, DateTimeRangeField):
        return lambda ends: Range(*ends)
    return None


@contextmanager
def unguarded() -> Iterator[None]:
    """Load without indexes, constraints and triggers; all of them are back, and hold, when the block ends well."""
    with connection.cursor() as cursor:
        taken = [_constraints(cursor), _indexes(cursor)]
        triggers = _triggers(cursor)
        for away, _ in [statement for part in taken for statement in part]:
            cursor.execute(away)
        for table, name in triggers:
            cursor.execute(_trigger("DISABLE", table, name))
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET maintenance_work_mem = '512MB'")
        for _, back in [*taken[1], *taken[0]]:
            cursor.execute(back)
        for table, name in triggers:
            cursor.execute(_trigger("ENABLE", table, name))
        cursor.execute("RESET maintenance_work_mem")
        cursor.execute("ANALYZE")


def _constraints(cursor: Any) -> list[tuple[sql.Composed, sql.Composed]]:  # noqa: ANN401 - Django's cursor has no type
    """Foreign keys first, then unique and exclusion constraints: how each goes and comes back, unique ones first."""
    cursor.execute(
        "SELECT c.conrelid::regclass::text, c.conname, pg_get_constraintdef(c.oid), c.contype"
        " FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace"
        " WHERE n.nspname = 'public' AND c.contype IN ('f', 'u', 'x')"
        " ORDER BY c.contype = 'f', 1, 2"
    )
    found = [(table.strip('"'), name, told) for table, name, told, _ in cursor.fetchall()]
    away = sql.SQL("ALTER TABLE {} DROP CONSTRAINT {} CASCADE")
    back = sql.SQL("ALTER TABLE {} ADD CONSTRAINT {} {}")
    return [
        (
            away.format(sql.Identifier(table), sql.Identifier(name)),
            back.format(sql.Identifier(table), sql.Identifier(name), sql.SQL(told)),
        )
        for table, name, told in found
    ]


def _indexes(cursor: Any) -> list[tuple[sql.Composed, sql.Composed]]:  # noqa: ANN401 - Django's cursor has no type
    """The indexes that no constraint has made."""
    cursor.execute(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i"
        " JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'public' AND NOT i.indisprimary"
        " AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 1"
    )
    return [
        (sql.SQL("DROP INDEX {}").format(sql.Identifier(name.strip('"'))), sql.SQL("{}").format(sql.SQL(told)))
        for name, told in cursor.fetchall()
    ]


def _triggers(cursor: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - Django's cursor has no type
    """The triggers that rooms made."""
    cursor.execute(
        "SELECT t.tgrelid::regclass::text, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
        " JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE n.nspname = 'public' AND NOT t.tgisinternal AND t.tgenabled = 'O' ORDER BY 1, 2"
    )
    return [(table.strip('"'), name) for table, name in cursor.fetchall()]


def _trigger(verb: str, table: str, name: str) -> sql.Composed:
    return sql.SQL("ALTER TABLE {} {} TRIGGER {}").format(sql.Identifier(table), sql.SQL(verb), sql.Identifier(name))
