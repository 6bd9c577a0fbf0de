"""The catalogue of worlds: making, copying, listing, migrating, dropping them.

A world ``name`` is the database ``w_name``. A raw copy of a database is dangerous (sessions of the original are signed
in, queued jobs exist twice), so every world is made as ``x_name``, which nobody can open; a copy is cleaned there and
gets an identity of its own. Its new name opens it, in one step.
"""

import os
import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from medoffice.kernel import clock, files
from medoffice.kernel.ids import new_id
from medoffice.kernel.postgres import dump
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import current, databases
from medoffice.kernel.worlds.blanks import begin_as_blank, fill_by_script, keep_as_blank
from medoffice.kernel.worlds.connections import close_world
from medoffice.kernel.worlds.databases import Link
from medoffice.kernel.worlds.grants import apply_grants, wrong_grants
from medoffice.kernel.worlds.models import World
from medoffice.kernel.worlds.reports import drop_reports, make_reports, wrong_reports

PRACTICE = "practice"
_NAME = re.compile(r"[a-z][a-z0-9-]{0,39}")
_known: dict[str, float] = {}
_KNOWN_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Described:
    """A world as the list shows it: ``size`` in bytes, the migrations and rights it lacks; without them no ``kind``."""

    name: str
    kind: str
    size: int
    to_apply: int
    wrong_rights: int
    created_at: datetime | None


def worlds() -> list[str]:
    """The names of all worlds."""
    with databases.maintenance() as link:
        return databases.names(link)


def exists(name: str) -> bool:
    """Whether a world is there; a yes is remembered for half a minute."""
    if time.monotonic() - _known.get(name, -_KNOWN_SECONDS) < _KNOWN_SECONDS:
        return True
    found = bool(_NAME.fullmatch(name)) and name in worlds()
    if found:
        _known[name] = time.monotonic()
    return found


def exists_beside(own: str, name: str) -> bool:
    """The same, as the web tier asks: from within the office's own world, whose absence its first query tells."""
    if name == own or time.monotonic() - _known.get(name, -_KNOWN_SECONDS) < _KNOWN_SECONDS:
        return True
    found = bool(_NAME.fullmatch(name)) and name in worlds_beside(own)
    if found:
        _known[name] = time.monotonic()
    return found


def worlds_beside(own: str) -> list[str]:
    """The names of all worlds, asked from within one of them as the running program."""
    with current.use(own):
        return databases.names_seen_from_here()


def in_turn(names: Iterable[str] = ()) -> Iterator[str]:
    """The named worlds, or all there are, each while nobody copies, migrates or drops it; who does so is waited for.

    Of all, one that was dropped meanwhile is passed over. Raises Refusal if a named one is not there.
    """
    named = list(names)
    for name in named or worlds():
        with databases.maintenance() as link:
            databases.lock(link, name)
            if named:
                require(name)
            elif name not in worlds():
                continue
            yield name


def describe(name: str) -> Described:
    """What the list says of a world. Raises Refusal if there is none."""
    require(name)
    with current.use(name, current.OWNER):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            size = int(cursor.fetchone()[0])
        missing = len(_missing())
        row = None if missing else World.objects.get()
        wrong = 0 if missing else len(wrong_grants()) + len(wrong_reports())
    close_world(name)
    return Described(name, row.kind if row else "", size, missing, wrong, row.created_at if row else None)


def others_at_work() -> bool:
    """Whether any session is in a world, of this machine or another; asked before one opens any oneself."""
    with databases.maintenance() as link:
        return databases.anybody_in_a_world(link)


def create(name: str, kind: str, fill: Callable[[], None] | None = None) -> None:
    """Make an empty world, migrated and ready, or one that ``fill`` has filled before anybody may open it.

    Raises Refusal if the name will not do or is taken.
    """
    with making(name) as link, current.use(name, current.OWNER, being_made=True):
        blank = begin_as_blank(name)
        if not blank:
            databases.make_empty(link, name)
            fill_by_script()
        if not blank or not _stands():
            migrate()
            close_world(name)
            keep_as_blank(name)
        World.objects.create(id=new_id(), name=name, kind=kind, created_at=clock.real_now())
        if fill is not None:
            fill()


def clone(source: str, name: str, kind: str) -> None:
    """Copy a world with its files, cleaned, with an identity and kind of its own; in a fraction of a second.

    Whoever works in the source is disconnected for the moment of the copy: for idle worlds and templates; ``copy`` is
    for others. Raises Refusal if there is no such world, or the new name or kind will not do, or the name is taken.
    """
    _refuse_kind(kind)
    with making(name) as link:
        require(source)
        close_world(source)
        databases.copy_idle(link, source, name)
        _copy_files(source, name)
        with current.use(name, current.OWNER, being_made=True):
            clean(name, kind)


def copy(source: str, name: str, kind: str) -> None:
    """The same of a world in use: from a dump as of one moment, and nobody is disconnected. Raises as ``clone``."""
    _refuse_kind(kind)
    with making(name) as link:
        require(source)
        databases.make_empty(link, name)
        with current.use(name, current.OWNER, being_made=True):
            target = dict(connection.settings_dict)
        with current.use(source, current.OWNER), databases.snapshot() as moment:
            dump.restored(target, dump.dumped(connection.settings_dict, moment))
        _copy_files(source, name)  # after the rows that name them: files are never removed
        with current.use(name, current.OWNER, being_made=True):
            clean(name, kind)
            migrate()


@contextmanager
def making(name: str) -> Iterator[Link]:
    """Make a world within a block, in a database nobody else may open; it becomes the world when the block ends well.

    The block makes the database ``x_name`` by the connection it is given and fills it in
    ``current.use(name, OWNER, being_made=True)``. If it fails, or the program is killed, no world is there.
    """
    with databases.maintenance() as link:
        databases.lock(link, name)
        _refuse_name(name)
        databases.remove_hidden(link, name)
        had_files = _files(name).exists()  # of a lost database: they are kept, a restore needs them
        try:
            yield link
            close_world(name)
            databases.open_under_its_name(link, name)
        except BaseException:
            close_world(name)
            databases.remove_hidden(link, name)
            if not had_files:
                shutil.rmtree(_files(name), ignore_errors=True)
            raise


def drop(name: str) -> None:
    """Remove a world and all in it, its files too. Raises Refusal if there is none."""
    require(name)
    close_world(name)
    _known.pop(name, None)
    with databases.maintenance() as link:
        databases.lock(link, name)
        databases.remove(link, name)
        shutil.rmtree(_files(name), ignore_errors=True)


def ensure_migrated(name: str) -> bool:
    """Bring a world to the program's schema and rights; False if it is there already (a few queries).

    A migration or copy that was interrupted is finished or undone here. One program at a time migrates a world. Raises
    Refusal if there is no such world.
    """
    require(name)
    with databases.maintenance() as link:
        databases.lock(link, name)
        databases.allow(link, name)
        databases.give_login(link, name)
        with current.use(name, current.OWNER):
            if _stands():
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
    """Bring the current world to the program's schema, then its rights and reports; as the owner."""
    if _missing():
        drop_reports()  # a view keeps the tables it reads from being changed
        call_command("migrate", verbosity=0, interactive=False)
    apply_grants()
    make_reports()


def require(name: str) -> None:
    """Raises Refusal if there is no such world."""
    if name not in worlds():
        raise Refusal("no-such-world", f"There is no world {name}.", "See `medoffice worlds list`.")


def _stands() -> bool:
    """Whether the current world has the program's schema, rights and reports."""
    return not _missing() and not wrong_grants() and not wrong_reports()


def _missing() -> set[tuple[str, str]]:
    """The migrations of the program that the current world has not had."""
    return set(MigrationLoader(None).disk_migrations or ()) - set(MigrationRecorder(connection).applied_migrations())


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


def _refuse_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise Refusal("world-name", f"{name!r} will not do as a name.", "Small letters, digits and hyphens.")
    if name in worlds():
        raise Refusal("world-exists", f"There is a world {name} already.", "Choose another name or drop that one.")


def _refuse_kind(kind: str) -> None:
    """The doors of a practice lead outside: a copy of one would send its claims a second time."""
    if kind == PRACTICE:
        raise Refusal("copy-kind", "A copy cannot be a practice.", "Its kind is training, demo, test or restored.")
