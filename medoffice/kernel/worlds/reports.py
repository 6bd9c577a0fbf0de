"""Reports: SQL views in the schema ``report`` of each world, for whoever counts without being shown a patient.

A room registers the views over its own tables. They carry no patient's identity; ``office_report``, the role of a
reporting tool, can read them and nothing else, and the program shows them on a screen. They are made anew after every
migration; a comment on each keeps the hash of what it was made from.
"""

import hashlib
from dataclasses import dataclass
from typing import LiteralString

from django.db import connection, transaction
from psycopg import sql

from medoffice.kernel.registries import Registry

READERS = ("office_report", "office_app")


@dataclass(frozen=True, slots=True)
class Report:
    """A view: what a row of it tells, its SELECT, and the order in which it is read (as of ORDER BY)."""

    says: str
    query: LiteralString
    order: LiteralString

    @property
    def comment(self) -> str:
        """What the catalogue keeps: the words, and the hash of the whole."""
        return f"{self.says} [{hashlib.sha256(f'{self.says} {self.query}'.encode()).hexdigest()[:16]}]"


reports: Registry[Report] = Registry("report")


def register_report(name: str, says: str, query: LiteralString, order: LiteralString = "1, 2") -> None:
    """Publish a view ``report.name``; called from a room's ``registry.py``. It names nobody who is a patient."""
    reports.register(name, Report(says, query, order))


def report_rows(name: str) -> tuple[list[str], list[tuple[object, ...]]]:
    """The columns of a view and all its rows, in its order. KeyError if there is no such report. One query."""
    view, order = sql.Identifier("report", name), sql.SQL(reports[name].order)
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT * FROM {} ORDER BY {}").format(view, order))
        return [column.name for column in cursor.description], list(cursor.fetchall())


def make_reports() -> None:
    """Make every registered view anew in the current world, for its two readers alone; as the owner."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS report CASCADE")
        cursor.execute("CREATE SCHEMA report")
        for name, report in reports.items():
            view = sql.Identifier("report", name)
            query = sql.SQL(report.query)  # a literal of the room's registry: psycopg's type holds it to that
            cursor.execute(sql.SQL("CREATE VIEW {} WITH (security_barrier) AS {}").format(view, query))
            cursor.execute(sql.SQL("COMMENT ON VIEW {} IS {}").format(view, sql.Literal(report.comment)))
        cursor.execute(f"GRANT USAGE ON SCHEMA report TO {', '.join(READERS)}")
        cursor.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA report TO {', '.join(READERS)}")


def drop_reports() -> None:
    """Take the views away before tables change."""
    with connection.cursor() as cursor:
        cursor.execute("DROP SCHEMA IF EXISTS report CASCADE")


def wrong_reports() -> list[str]:
    """The views of the current world that are missing, too many, not as registered, or not readable; must be empty."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, coalesce(obj_description(c.oid, 'pg_class'), ''),"
            " (SELECT bool_and(has_schema_privilege(who, n.oid, 'USAGE') AND has_table_privilege(who, c.oid, 'SELECT'))"
            " FROM unnest(%(readers)s::text[]) AS who)"
            " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'report'",
            {"readers": list(READERS)},
        )
        there = {name: comment if readable else "" for name, comment, readable in cursor.fetchall()}
    wanted = {name: report.comment for name, report in reports.items()}
    return sorted(name for name in there.keys() | wanted if there.get(name) != wanted.get(name))
