"""What the running program may do in a world's database: everything to rows, nothing to structure or history.

Append-only tables are registered by their rooms; the program's role has no UPDATE, DELETE or TRUNCATE there.
A trigger of the room's migration says the same to the owner; the grant is the guarantee.
"""

from django.db import connection

APPEND_ONLY: set[str] = set()
APP = "office_app"


def register_append_only(table: str) -> None:
    """Say that rows of this table are never changed nor removed."""
    APPEND_ONLY.add(table)


def apply_grants() -> None:
    """Give the program's role its rights in the current world; run as the owner after every migration."""
    with connection.cursor() as cursor:
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {APP}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP}")
        cursor.execute(f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {APP}")
        cursor.execute(f"GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {APP}")
        cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {APP}")
        for table in sorted(APPEND_ONLY):
            cursor.execute(f"REVOKE UPDATE, DELETE, TRUNCATE ON {connection.ops.quote_name(table)} FROM {APP}")


def wrong_grants() -> list[str]:
    """Append-only tables the program could change after all; must be empty."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT table_name FROM information_schema.role_table_grants"
            " WHERE grantee = %s AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE') AND table_name = ANY(%s)",
            [APP, sorted(APPEND_ONLY)],
        )
        return sorted(row[0] for row in cursor.fetchall())
