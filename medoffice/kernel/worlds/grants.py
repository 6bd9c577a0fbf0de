"""What may be done in a world's database: the program everything to rows, nothing to structure or history.

Append-only tables are registered by their rooms; the program's role has no UPDATE, DELETE or TRUNCATE there.
A trigger of the room's migration says the same to the owner; the grant is the guarantee. Nobody else has a right on a
table: what the catalogue says is compared with the registry, grant by grant.
"""

from collections import defaultdict

from django.db import connection, transaction
from psycopg import sql

APPEND_ONLY: set[str] = set()
APP, PUBLIC = "office_app", ""
READ_ONLY = {"django_migrations"}
_READS, _ADDS, _CHANGES = {"SELECT"}, {"SELECT", "INSERT"}, {"SELECT", "INSERT", "UPDATE", "DELETE"}
_COUNTS = {"SELECT", "UPDATE", "USAGE"}
# Each right on a table, view, sequence or column of the schema, but for the owner's own; things without one too.
_TOLD = (
    "WITH things AS (SELECT c.oid, c.relname, c.relkind, c.relowner, c.relacl FROM pg_class c JOIN pg_namespace n"
    " ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')),"
    " told AS (SELECT t.oid, a.grantee, a.privilege_type FROM things t, aclexplode(t.relacl) a"
    " UNION ALL SELECT t.oid, a.grantee, a.privilege_type || ' of a column' FROM things t"
    " JOIN pg_attribute c ON c.attrelid = t.oid, aclexplode(c.attacl) a)"
    " SELECT t.relname, t.relkind, CASE told.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(told.grantee) END,"
    " told.privilege_type FROM things t LEFT JOIN told ON told.oid = t.oid AND told.grantee <> t.relowner"
)
# Who may run each routine of the schema, but its owner, and whether it acts as its owner; those nobody may run too.
_RUNS = (
    "SELECT p.oid::regprocedure::text, p.prosecdef, CASE a.grantee WHEN 0 THEN '' ELSE pg_get_userbyid(a.grantee) END"
    " FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace LEFT JOIN LATERAL"
    " aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a ON a.grantee <> p.proowner"
    " WHERE n.nspname = 'public'"
)
Rights = set[tuple[str, str]]


def register_append_only(table: str) -> None:
    """Say that rows of this table are never changed nor removed."""
    APPEND_ONLY.add(table)


def apply_grants() -> None:
    """Give the program's role its rights in the current world, and nobody else any; as the owner, after a migration.

    In one transaction: at no moment may the program change an append-only table.
    """
    strangers = {who for rights in _told().values() for who, _ in rights}
    runners = {who for found in _runs().values() for who in found} - {APP, PUBLIC}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC")
        for who in sorted(strangers | {APP}):
            role = sql.Identifier(who) if who else sql.SQL("PUBLIC")
            cursor.execute(sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {}").format(role))
            cursor.execute(sql.SQL("REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {}").format(role))
        for who in sorted(runners):
            cursor.execute(sql.SQL("REVOKE ALL ON ALL ROUTINES IN SCHEMA public FROM {}").format(sql.Identifier(who)))
        cursor.execute(f"GRANT USAGE ON SCHEMA public TO {APP}")
        cursor.execute(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {APP}")
        cursor.execute(f"GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {APP}")
        cursor.execute(f"GRANT EXECUTE ON ALL ROUTINES IN SCHEMA public TO {APP}")
        cursor.execute(
            "SELECT oid::regprocedure::text FROM pg_proc WHERE prosecdef AND proowner = current_user::regrole"
        )
        for (name,) in cursor.fetchall():  # they act as the owner; a reporting tool is no reader of theirs
            cursor.execute(f"REVOKE ALL ON ROUTINE {name} FROM PUBLIC")  # as the catalogue writes it, quoted
        for table in sorted(READ_ONLY):
            cursor.execute(f"REVOKE INSERT, UPDATE, DELETE ON {connection.ops.quote_name(table)} FROM {APP}")
        for table in sorted(APPEND_ONLY):
            cursor.execute(f"REVOKE UPDATE, DELETE ON {connection.ops.quote_name(table)} FROM {APP}")


def wrong_grants() -> list[str]:
    """Tables, sequences and functions whose rights are not what the registry says; must be empty.

    A right too many (of the program, of PUBLIC, of anybody but the owner; on a column too) or one too few (a migration
    was interrupted before the grants). A function that acts as its owner is run by the program alone; what acts as who
    calls it (an extension's are the server's, and PUBLIC's) the program or PUBLIC may run, and nobody else by name.
    """
    things = [name for (name, kind), rights in _told().items() if rights != _wanted(name, kind)]
    functions = [
        name for (name, as_owner), who in _runs().items()
        if (who != {APP} if as_owner else not who or who - {APP, PUBLIC})
    ]  # fmt: skip
    return sorted(things + functions)


def _wanted(name: str, kind: str) -> Rights:
    if kind == "S":
        rights = _COUNTS
    elif name in READ_ONLY:
        rights = _READS
    else:
        rights = _ADDS if name in APPEND_ONLY else _CHANGES
    return {(APP, right) for right in rights}


def _told() -> dict[tuple[str, str], Rights]:
    """What the catalogue says: for each thing, who may do what to it."""
    found: dict[tuple[str, str], Rights] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_TOLD)
        for name, kind, who, right in cursor.fetchall():
            rights = found[name, kind]
            if right is not None:
                rights.add((who, right))
    return found


def _runs() -> dict[tuple[str, bool], set[str]]:
    """What the catalogue says of functions: for each, who may run it."""
    found: dict[tuple[str, bool], set[str]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(_RUNS)
        for name, as_owner, who in cursor.fetchall():
            runs = found[name, as_owner]
            if who is not None:
                runs.add(who)
    return found
