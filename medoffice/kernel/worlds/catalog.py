"""The catalogue of worlds: making, copying, listing, migrating, dropping them.

A world ``name`` is the database ``w_name``. A raw copy of a database is dangerous (sessions of the original are signed
in, queued jobs exist twice), so ``clone`` copies to a name nobody can open, cleans it, gives it an identity of its own,
and only then opens it.
"""

import re
import time
from collections.abc import Callable
from typing import Any

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

from medoffice.kernel import clock
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.kernel.worlds.connections import close_world
from medoffice.kernel.worlds.grants import apply_grants
from medoffice.kernel.worlds.models import World

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_known: dict[str, float] = {}
_KNOWN_SECONDS = 30.0
_cleaners: list[Callable[[], None]] = []


def register_clone_cleaner(clean: Callable[[], None]) -> None:
    """Say what must be removed from a copy of a world before anybody may open it; runs as the owner in the copy."""
    _cleaners.append(clean)


def worlds() -> list[str]:
    """The names of all worlds."""
    with _maintenance() as link:
        rows = link.execute("SELECT datname FROM pg_database WHERE datname LIKE 'w\\_%' AND datallowconn ORDER BY 1")
        return [row[0].removeprefix("w_") for row in rows]


def exists(name: str) -> bool:
    """Whether a world is there; a yes is remembered for half a minute."""
    if time.monotonic() - _known.get(name, -_KNOWN_SECONDS) < _KNOWN_SECONDS:
        return True
    found = bool(_NAME.fullmatch(name)) and name in worlds()
    if found:
        _known[name] = time.monotonic()
    return found


def create(name: str, kind: str) -> None:
    """Make an empty world, migrated and ready. Raises Refusal if the name will not do or is taken."""
    _refuse_name(name)
    with _maintenance() as link:
        link.execute(sql.SQL("CREATE DATABASE {} OWNER office_owner").format(_database(name)))
        _shut_public(link, name)
    with current.use(name, current.OWNER):
        _migrate()
        World.objects.create(id=new_id(), name=name, kind=kind, created_at=clock.real_now())
    close_world(name)


def clone(source: str, name: str, kind: str) -> None:
    """Copy a world: to a name nobody can open, cleaned, with an identity and kind of its own, then opened."""
    _refuse_name(name)
    hidden = f"x_{name}"
    close_world(source)
    with _maintenance() as link:
        _copy(link, f"w_{source}", hidden)
        link.execute(sql.SQL("ALTER DATABASE {} CONNECTION LIMIT 1").format(sql.Identifier(hidden)))
        link.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(hidden), _database(name)))
        _shut_public(link, name, app=False)
    with current.use(name, current.OWNER):
        _clean(name, kind)
    close_world(name)
    with _maintenance() as link:
        link.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO office_app").format(_database(name)))
        link.execute(sql.SQL("ALTER DATABASE {} CONNECTION LIMIT -1").format(_database(name)))


def drop(name: str) -> None:
    """Remove a world and all in it. Raises Refusal if there is none."""
    if name not in worlds():
        raise Refusal("no-such-world", f"There is no world {name}.", "See `medoffice worlds list`.")
    close_world(name)
    _known.pop(name, None)
    with _maintenance() as link:
        link.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(_database(name)))


def ensure_migrated(name: str) -> bool:
    """Bring a world to the program's schema; False if it is there already (one query)."""
    with current.use(name, current.OWNER):
        wanted = set(MigrationLoader(None).disk_migrations or ())
        if wanted <= set(MigrationRecorder(connection).applied_migrations()):
            return False
        _migrate()
    close_world(name)
    return True


def _migrate() -> None:
    call_command("migrate", verbosity=0, interactive=False)
    apply_grants()


def _clean(name: str, kind: str) -> None:
    """In a fresh copy: no sessions, no queued jobs, no undelivered facts, a new identity."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_session")
        cursor.execute("DELETE FROM kernel_outbox WHERE delivered_at IS NULL")
        cursor.execute("DELETE FROM procrastinate_jobs WHERE status IN ('todo', 'doing')")
    for clean in _cleaners:
        clean()
    World.objects.update(id=new_id(), name=name, kind=kind)


def _copy(link: psycopg.Connection[Any], source: str, target: str) -> None:
    """CREATE DATABASE ... TEMPLATE needs the source without clients: keep them out for that moment."""
    link.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(sql.Identifier(source)))
    try:
        for attempt in range(20):
            link.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [source])
            try:
                make = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER office_owner STRATEGY FILE_COPY")
                link.execute(make.format(sql.Identifier(target), sql.Identifier(source)))
                return
            except psycopg.errors.ObjectInUse:
                if attempt == 19:
                    raise
                time.sleep(0.05)
    finally:
        link.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(sql.Identifier(source)))


def _shut_public(link: psycopg.Connection[Any], name: str, *, app: bool = True) -> None:
    """Database-level grants are not copied, and PUBLIC may connect by default: only our two roles may."""
    link.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(_database(name)))
    roles = "office_owner, office_app" if app else "office_owner"
    link.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(_database(name), sql.SQL(roles)))


def _refuse_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise Refusal("world-name", f"{name!r} will not do as a name.", "Small letters, digits and hyphens.")
    if name in worlds():
        raise Refusal("world-exists", f"There is a world {name} already.", "Choose another name or drop that one.")


def _database(name: str) -> sql.Identifier:
    return sql.Identifier(f"w_{name}")


def _maintenance() -> psycopg.Connection[Any]:
    """A connection as the owner to the server itself."""
    server = settings.DATABASES["default"]
    return psycopg.connect(
        dbname="postgres",
        user=current.OWNER,
        host=server["HOST"] or None,
        port=server.get("PORT") or None,
        password=server.get("PASSWORD") or None,
        autocommit=True,
    )
