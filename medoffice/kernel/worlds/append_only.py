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
    rows, whole = f"{table}_append_only", f"{table}_no_truncate"
    on = (
        f"CREATE TRIGGER {rows} BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION refuse_change();"
        f"CREATE TRIGGER {whole} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();"
    )
    return on, f"DROP TRIGGER {rows} ON {table}; DROP TRIGGER {whole} ON {table};"
