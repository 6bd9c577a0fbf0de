"""Starting the database for a command: the embedded server of the data folder, or the one DATABASE_URL names."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from medoffice.config.output import say
from medoffice.kernel.postgres import cluster
from medoffice.kernel.postgres.server import Server
from medoffice.kernel.refusals import Refusal

PRACTICE = "practice"
_OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"


@contextmanager
def database(*, own: bool = False) -> Iterator[Server | None]:
    """Run the block with a database: sets Django up, yields the embedded server (None if somebody else's is used).

    While the office runs, a command uses the server of the running program. ``own`` refuses that instead, for the
    command that is to run the office. Raises Refusal.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "medoffice.config.settings")
    import django
    from django.conf import settings

    if os.environ.get("DATABASE_URL"):
        django.setup()
        from medoffice.kernel.worlds import databases

        databases.require_server()
        yield None
        return
    if os.environ.get("MEDOFFICE_DB_HOST"):
        django.setup()
        yield None
        return
    server = Server(Path(settings.DATA_DIR))
    started = _started(server, own=own)
    os.environ["MEDOFFICE_DB_HOST"] = str(server.socket)
    _set_host(str(server.socket))
    try:
        django.setup()
        yield server if started else None
        if started and not own:
            _let_others_finish(server)
    finally:
        os.environ.pop("MEDOFFICE_DB_HOST", None)
        if started:
            server.stop()


def _started(server: Server, *, own: bool) -> bool:
    """Start the server; False if a running program's answers instead. Raises Refusal."""
    try:
        server.start()
    except OSError as error:
        words = f"The data folder {server.data} cannot be used ({error.strerror})."
        raise Refusal("data-folder", words, "Set MEDOFFICE_DATA to a folder you may write.") from error
    except Refusal as refusal:
        if own or refusal.code != "already-running":
            raise
        cluster.wait(lambda: _answers(server), 60, "the running office's database")
        return False
    return True


def _let_others_finish(server: Server) -> None:
    """Another command may have found this server running and use it: it is not pulled away from under it."""
    from django.db import connections

    connections.close_all()
    told = False
    with server.connect() as link:
        while link.execute(_OTHERS).fetchone() != (0,):
            if not told:
                say("Another command uses the database; it is stopped when that one is done.")
            told = True
            time.sleep(0.2)


def _answers(server: Server) -> bool:
    try:
        server.connect().close()
    except psycopg.OperationalError:
        return False
    return True


def _set_host(host: str) -> None:
    from django.conf import settings
    from django.db import connections

    for place in (settings.DATABASES["default"], connections.settings["default"]):
        place["HOST"] = host


def chosen_world(name: str | None) -> str:
    """The world a command names; without a name the practice's own, else the only one. Raises Refusal."""
    from medoffice.kernel.worlds import catalog

    if name is not None:
        catalog.require(name)
        return name
    there = catalog.worlds()
    if PRACTICE in there or len(there) == 1:
        return PRACTICE if PRACTICE in there else there[0]
    words = f"There are several worlds ({', '.join(there)})." if there else "There is no world yet."
    raise Refusal("which-world", words, "Name one with --world." if there else "Start with medoffice run.")
