"""Append-only tables: a trigger that refuses every change, for a room's migration.

The trigger speaks to everybody, the owner too; the missing grant (grants.py) is what the program cannot get around.
"""

from django.db.migrations import RunSQL


def append_only(table: str) -> RunSQL:
    """The migration operation that makes a table append-only; the function is made by the kernel's first migration."""
    on, off = _on_and_off(table)
    return RunSQL(on, off)


def changing_again(table: str) -> RunSQL:
    """The operation that lets a table change that was append-only; going back makes it append-only again."""
    on, off = _on_and_off(table)
    return RunSQL(off, on)


def _on_and_off(table: str) -> tuple[str, str]:
    return (
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION refuse_change();"
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();",
        f"DROP TRIGGER {table}_append_only ON {table}; DROP TRIGGER {table}_no_truncate ON {table};",
    )
