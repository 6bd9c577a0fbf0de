"""The statements that make, copy and remove the databases of worlds, as the owner, on the server itself.

Each world has a login of its own, named as its database ``w_name``: it may connect to that database and to no other.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection, transaction
from psycopg import sql

from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.kernel.worlds.passwords import world_password

OLDEST, BUILTIN = 150000, 170000
Link = psycopg.Connection[Any]
_SEEN = "SELECT substr(datname, 3) FROM pg_database WHERE datname LIKE 'w\\_%' ORDER BY 1"


def maintenance() -> Link:
    """A connection as the owner to the server itself, not to a world."""
    server = settings.DATABASES["default"]
    socket = not settings.DATABASE_KEY
    return psycopg.connect(
        dbname="postgres",
        user=current.OWNER,
        host=server["HOST"] or None,
        port=5432 if socket else server["PORT"],
        password=server["PASSWORD"] or None,
        autocommit=True,
        **{name: value for name, value in server["OPTIONS"].items() if name != "prepare_threshold"},
    )


def require_server() -> None:
    """Raises Refusal if the server does not answer, is too old, or has not the roles of this program."""
    try:
        with maintenance() as link:
            version = link.info.server_version
            ready = link.execute("SELECT to_regprocedure('medoffice.make_login(text, text)')").fetchone()
    except psycopg.OperationalError as error:
        said = " ".join(str(error).split())[:300]
        raise Refusal("no-database", f"The database server cannot be used: {said}", "See docs/database.md.") from error
    if version < OLDEST:
        raise Refusal("database-old", f"PostgreSQL {version // 10000} is too old.", "It has to be 15 or newer.")
    if ready is None or ready[0] is None:
        words = "The database server is not prepared: its roles are missing."
        raise Refusal("database-unprepared", words, "Run what `medoffice database sql` prints on it, as a superuser.")


def names(link: Link) -> list[str]:
    """The names of all worlds."""
    return [row[0] for row in link.execute(_SEEN)]


def names_seen_from_here() -> list[str]:
    """The same, asked from within the current world as the running program, which needs no owner for it."""
    with connection.cursor() as cursor:
        cursor.execute(_SEEN)
        return [row[0] for row in cursor.fetchall()]


def anybody_in_a_world(link: Link) -> bool:
    """Whether any session other than this one is in a world."""
    asked = "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname LIKE 'w\\_%' AND pid <> pg_backend_pid())"
    return link.execute(asked).fetchone() == (True,)


def lock(link: Link, name: str) -> None:
    """One program at a time makes, copies, migrates or drops a world; held until the connection closes."""
    link.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [f"world {name}"])


def make_empty(link: Link, name: str) -> None:
    """An empty database for a world being made, sorted by code point on every server."""
    locale = sql.SQL("LOCALE 'C.UTF-8'")
    if link.info.server_version >= BUILTIN:
        locale = sql.SQL("LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C.UTF-8'")
    make = sql.SQL("CREATE DATABASE {} OWNER office_owner TEMPLATE template0 ENCODING 'UTF8' {}")
    link.execute(make.format(hidden(name), locale))
    shut(link, name)


def copy_idle(link: Link, source: str, target: str) -> None:
    """CREATE DATABASE ... TEMPLATE needs the source without clients: keep them out for that moment."""
    lock(link, source)
    link.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(database(source)))
    make = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER office_owner STRATEGY FILE_COPY")
    try:
        for attempt in range(20):
            link.execute(
                # clients only, which have a user (of their kind the owner is not told): the server ends its own
                # autovacuum for a copy, and lets nobody else do it
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s AND usename IS NOT NULL",
                [f"w_{source}"],
            )
            try:
                link.execute(make.format(hidden(target), database(source)))
                break
            except psycopg.errors.ObjectInUse:
                if attempt == 19:
                    raise
                time.sleep(0.05)
    finally:
        allow(link, source)
    shut(link, target)


def allow(link: Link, name: str) -> None:
    """Let a world's clients in again after a copy that was interrupted."""
    link.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(database(name)))


def shut(link: Link, name: str) -> None:
    """Rights on a database are not copied, and PUBLIC may connect by default: while it is made, only the owner may."""
    link.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(hidden(name)))
    link.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO office_owner").format(hidden(name)))


def open_under_its_name(link: Link, name: str) -> None:
    """The world is made: it gets its login and its name."""
    _give_login(link, name, hidden(name))
    link.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(hidden(name), database(name)))


def give_login(link: Link, name: str) -> None:
    """A world's login, its password and its right to connect, as they should be; worlds of older releases had none."""
    _give_login(link, name, database(name))


def remove(link: Link, name: str) -> None:
    """Drop a world's database and its login."""
    _drop(link, database(name))
    link.execute("SELECT medoffice.drop_login(%s)", [f"w_{name}"])


def remove_hidden(link: Link, name: str) -> None:
    """Drop what is left of a world that was being made."""
    _drop(link, hidden(name))


def database(name: str) -> sql.Identifier:
    """The database of a world."""
    return sql.Identifier(f"w_{name}")


def hidden(name: str) -> sql.Identifier:
    """The database of a world while it is being made and nobody may open it."""
    return sql.Identifier(f"x_{name}")


@contextmanager
def snapshot() -> Iterator[str]:
    """An exported snapshot of the current world, for a dump; everything read within the block is as of it."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            exported = str(cursor.fetchone()[0])
        yield exported


def _give_login(link: Link, name: str, of: sql.Identifier) -> None:
    login, password = f"w_{name}", world_password(f"w_{name}")
    verifier = b""
    if password:
        verifier = link.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    link.execute("SELECT medoffice.make_login(%s, %s)", [login, verifier.decode()])
    link.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC, office_app").format(of))
    link.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}, office_report").format(of, sql.Identifier(login)))


def _drop(link: Link, which: sql.Identifier) -> None:
    link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(which))
