"""What the running program may do in a world's database: everything to rows, nothing to structure or history.

Append-only tables are registered by their rooms; the program's role has no UPDATE, DELETE or TRUNCATE there.
A trigger of the room's migration says the same to the owner; the grant is the guarantee.
"""

from django.db import connection, transaction

APPEND_ONLY: set[str] = set()
APP = "office_app"


def register_append_only(table: str) -> None:
    """Say that rows of this table are never changed nor removed."""
    APPEND_ONLY.add(table)


def apply_grants() -> None:
    """Give the program's role its rights in the current world; run as the owner after every migration.

    In one transaction: at no moment may the program change an append-only table.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {APP}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP}")
        cursor.execute(f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {APP}")
        cursor.execute(f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {APP}")
        cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {APP}")
        for table in sorted(APPEND_ONLY):
            cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {connection.ops.quote_name(table)} FROM {APP}")


def wrong_grants() -> list[str]:
    """Tables with wrong rights of the program's role; must be empty.

    Append-only tables it could change after all (by a grant to itself, to PUBLIC, or on a column), and tables it cannot
    read (a migration was interrupted before the grants).
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND ("
            "   NOT has_table_privilege(%(app)s, c.oid, 'SELECT') OR (c.relname = ANY(%(kept)s) AND ("
            "     has_table_privilege(%(app)s, c.oid, 'DELETE, TRUNCATE')"
            "     OR has_any_column_privilege(%(app)s, c.oid, 'UPDATE')))) ORDER BY 1",
            {"app": APP, "kept": sorted(APPEND_ONLY)},
        )
        return [row[0] for row in cursor.fetchall()]
