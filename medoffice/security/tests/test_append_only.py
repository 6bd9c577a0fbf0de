"""History cannot be changed by the running program: the database refuses it, table by table."""

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction
from psycopg import sql

from medoffice.kernel.worlds import current
from medoffice.kernel.worlds.grants import APPEND_ONLY


def _append_only_models() -> dict[str, str]:
    """The tables of all models that say they are append-only."""
    return {
        model._meta.db_table: model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("medoffice.") and "append-only" in (model.__doc__ or "").lower()
    }


def test_what_is_registered_is_what_the_models_say() -> None:
    assert set(_append_only_models()) == APPEND_ONLY


def _refused(statement: str, **names: str) -> bool:
    """Whether the program's role may not do this."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(**{key: sql.Identifier(name) for key, name in names.items()}))
    except ProgrammingError:
        return True
    return False


@pytest.mark.django_db
@pytest.mark.parametrize("table", sorted(_append_only_models()))
def test_the_program_cannot_change_an_append_only_table(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (f"w_{current.name()}",)
        column = connection.introspection.get_table_description(cursor, table)[0].name
    for statement in ("UPDATE {t} SET {c} = {c}", "DELETE FROM {t}", "TRUNCATE {t} CASCADE", "DROP TABLE {t} CASCADE"):
        assert _refused(statement, t=table, c=column), statement
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT has_table_privilege('office_app', %s, 'SELECT, INSERT'),"
            " has_table_privilege('office_app', %s, 'UPDATE') OR has_any_column_privilege('office_app', %s, 'UPDATE'),"
            " has_table_privilege('office_app', %s, 'DELETE'), has_table_privilege('office_app', %s, 'TRUNCATE')",
            [table] * 5,
        )
        assert cursor.fetchone() == (True, False, False, False)
        cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal", [table])
        assert cursor.fetchone()[0] >= 2  # the owner is told no as well


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE audit_event DISABLE TRIGGER ALL",
        "SET session_replication_role = replica",
        "SET ROLE office_owner",
        "CREATE TABLE mine (x int)",
        "DELETE FROM django_migrations",
    ],
)
def test_the_program_cannot_give_itself_rights(statement: str) -> None:
    assert _refused(statement)
