"""The catalogue of worlds: making, copying, listing, migrating, dropping them.

A world ``name`` is the database ``w_name``. A raw copy of a database is dangerous (sessions of the original are signed
in, queued jobs exist twice), so every world is made as ``x_name``, which nobody can open; ``clone`` cleans it there and
gives it an identity of its own. Its new name opens it, in one step.
"""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql

from medoffice.kernel import clock, files
from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current
from medoffice.kernel.worlds.connections import close_world
from medoffice.kernel.worlds.grants import apply_grants, wrong_grants
from medoffice.kernel.worlds.models import World

_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_known: dict[str, float] = {}
_KNOWN_SECONDS = 30.0


def worlds() -> list[str]:
    """The names of all worlds."""
    with _maintenance() as link:
        rows = link.execute("SELECT datname FROM pg_database WHERE datname LIKE 'w\\_%' ORDER BY 1")
        return [row[0].removeprefix("w_") for row in rows]


def exists(name: str) -> bool:
    """Whether a world is there; a yes is remembered for half a minute."""
    if time.monotonic() - _known.get(name, -_KNOWN_SECONDS) < _KNOWN_SECONDS:
        return True
    found = bool(_NAME.fullmatch(name)) and name in worlds()
    if found:
        _known[name] = time.monotonic()
    return found


def others_at_work() -> bool:
    """Whether any session is in a world, of this machine or another; asked before one opens any oneself."""
    with _maintenance() as link:
        asked = "SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname LIKE 'w\\_%' AND pid <> pg_backend_pid())"
        return link.execute(asked).fetchone() == (True,)


def create(name: str, kind: str, fill: Callable[[], None] | None = None) -> None:
    """Make an empty world, migrated and ready, or one that ``fill`` has filled before anybody may open it.

    Raises Refusal if the name will not do or is taken.
    """
    with making(name) as link, current.use(name, current.OWNER, being_made=True):
        make_empty(link, name)
        migrate()
        World.objects.create(id=new_id(), name=name, kind=kind, created_at=clock.real_now())
        if fill is not None:
            fill()


def clone(source: str, name: str, kind: str) -> None:
    """Copy a world with its files, cleaned, with an identity and kind of its own.

    Whoever works in the source is disconnected for the moment of the copy: for idle worlds and templates. Raises
    Refusal if there is no such world, or the new name will not do or is taken.
    """
    with making(name) as link:
        require(source)
        close_world(source)
        _copy(link, source, name)
        _shut(link, name)
        _copy_files(source, name)
        with current.use(name, current.OWNER, being_made=True):
            clean(name, kind)


@contextmanager
def making(name: str) -> Iterator["psycopg.Connection[Any]"]:
    """Make a world within a block, in a database nobody else may open; it becomes the world when the block ends well.

    The block makes the database ``x_name`` by the connection it is given and fills it in
    ``current.use(name, OWNER, being_made=True)``. If it fails, or the program is killed, no world is there.
    """
    with _maintenance() as link:
        _lock(link, name)
        _refuse_name(name)
        _remove(link, _hidden(name))
        had_files = _files(name).exists()  # of a lost database: they are kept, a restore needs them
        try:
            yield link
            close_world(name)
            link.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO office_app").format(_hidden(name)))
            link.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(_hidden(name), _database(name)))
        except BaseException:
            close_world(name)
            _remove(link, _hidden(name))
            if not had_files:
                shutil.rmtree(_files(name), ignore_errors=True)
            raise


def make_empty(link: "psycopg.Connection[Any]", name: str) -> None:
    """An empty database for a world being made."""
    link.execute(sql.SQL("CREATE DATABASE {} OWNER office_owner").format(_hidden(name)))
    _shut(link, name)


def drop(name: str) -> None:
    """Remove a world and all in it, its files too. Raises Refusal if there is none."""
    require(name)
    close_world(name)
    _known.pop(name, None)
    with _maintenance() as link:
        _lock(link, name)
        _remove(link, _database(name))
        shutil.rmtree(_files(name), ignore_errors=True)


def ensure_migrated(name: str) -> bool:
    """Bring a world to the program's schema and rights; False if it is there already (two queries).

    A migration or copy that was interrupted is finished or undone here. One program at a time migrates a world. Raises
    Refusal if there is no such world.
    """
    require(name)
    with _maintenance() as link:
        _lock(link, name)
        link.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(_database(name)))
        with current.use(name, current.OWNER):
            wanted = set(MigrationLoader(None).disk_migrations or ())
            if wanted <= set(MigrationRecorder(connection).applied_migrations()) and not wrong_grants():
                return False
            migrate()
        close_world(name)
    return True


def clean(name: str, kind: str) -> None:
    """In a copy being made: no sessions, no jobs, no undelivered facts, a new identity, name and kind.

    Jobs that were given up go too: taken up in the copy, they would act a second time. When the schedules were last due
    stays, with the clock it goes by. The identity is part of every signature, so no session or link of the original is
    valid in the copy.
    """
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_session")
        cursor.execute("DELETE FROM kernel_outbox WHERE delivered_at IS NULL")
        cursor.execute("DELETE FROM procrastinate_jobs")
    World.objects.update(id=new_id(), name=name, kind=kind)


def migrate() -> None:
    """Bring the current world to the program's schema, then its rights; as the owner."""
    call_command("migrate", verbosity=0, interactive=False)
    apply_grants()


def _copy(link: "psycopg.Connection[Any]", source: str, target: str) -> None:
    """CREATE DATABASE ... TEMPLATE needs the source without clients: keep them out for that moment."""
    _lock(link, source)
    link.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(_database(source)))
    make = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER office_owner STRATEGY FILE_COPY")
    try:
        for attempt in range(20):
            link.execute(
                # clients only: the server ends its own autovacuum for a copy, and lets nobody else do it
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = %s AND backend_type = 'client backend'",
                [f"w_{source}"],
            )
            try:
                link.execute(make.format(_hidden(target), _database(source)))
                return
            except psycopg.errors.ObjectInUse:
                if attempt == 19:
                    raise
                time.sleep(0.05)
    finally:
        link.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(_database(source)))


def _copy_files(source: str, target: str) -> None:
    """The copy's files: they are content-addressed and never change, so a second name for each is a copy."""
    old, new = _files(source), _files(target)
    if old.exists():
        shutil.copytree(old, new, copy_function=_link, ignore=shutil.ignore_patterns(".*"), dirs_exist_ok=True)


def _link(old: str, new: str) -> None:
    try:
        os.link(old, new)
    except FileExistsError:
        return
    except OSError:  # another disk, or one without links
        shutil.copy2(old, new)


def _files(name: str) -> Path:
    with current.use(name):
        return files.folder()


def _shut(link: "psycopg.Connection[Any]", name: str) -> None:
    """Rights on a database are not copied, and PUBLIC may connect by default: while it is made, only the owner may."""
    link.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(_hidden(name)))
    link.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO office_owner").format(_hidden(name)))


def _remove(link: "psycopg.Connection[Any]", database: sql.Identifier) -> None:
    link.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(database))


def _lock(link: "psycopg.Connection[Any]", name: str) -> None:
    """One program at a time makes, copies, migrates or drops a world; held until the connection closes."""
    link.execute("SELECT pg_advisory_lock(hashtextextended(%s, 0))", [f"world {name}"])


def require(name: str) -> None:
    """Raises Refusal if there is no such world."""
    if name not in worlds():
        raise Refusal("no-such-world", f"There is no world {name}.", "See `medoffice worlds list`.")


def _refuse_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise Refusal("world-name", f"{name!r} will not do as a name.", "Small letters, digits and hyphens.")
    if name in worlds():
        raise Refusal("world-exists", f"There is a world {name} already.", "Choose another name or drop that one.")


def _database(name: str) -> sql.Identifier:
    return sql.Identifier(f"w_{name}")


def _hidden(name: str) -> sql.Identifier:
    return sql.Identifier(f"x_{name}")


def _maintenance() -> psycopg.Connection[Any]:
    """A connection as the owner to the server itself."""
    server = settings.DATABASES["default"]
    socket = str(server["HOST"]).startswith("/")
    return psycopg.connect(
        dbname="postgres",
        user=current.OWNER,
        host=server["HOST"] or None,
        port=5432 if socket else server.get("PORT") or None,
        password=server.get("PASSWORD") or None,
        autocommit=True,
    )
