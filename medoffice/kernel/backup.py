"""Backup and restore of a world: one encrypted file, proved readable before it is called done.

The dump is logical, so it goes into another major version of PostgreSQL, and is taken under one snapshot together with
the row hashes, while people work. ``restore`` fills a database nobody can open, compares every table's row hash, and
only then gives it its name.
"""

import os
import secrets
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from medoffice import __version__
from medoffice.kernel import archive, clock, files, private
from medoffice.kernel.archive import Entry, Manifest
from medoffice.kernel.models import StoredFile
from medoffice.kernel.postgres import dump
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.rotation import reseal
from medoffice.kernel.sealed import Key, SealedWriter, altered
from medoffice.kernel.secrets import KeyRing, read_ring
from medoffice.kernel.worlds import catalog, current, databases
from medoffice.kernel.worlds.row_hashes import row_hashes

__all__ = ["backup", "register_after_restore", "restore", "row_hashes", "verify"]
_after_restore: list[Callable[[], None]] = []
# Migrations of earlier releases that this program has no more: the table of sessions, which is security's since.
OF_BEFORE = {"sessions.0001_initial"}


def register_after_restore(do: Callable[[], None]) -> None:
    """Say what is to be done in a world that has come back from a backup, once it is open."""
    _after_restore.append(do)


def backup(world: str, target: Path, key: Key) -> Manifest:
    """Write a world, its files and the office's secret to ``target``, encrypted (mode 0600), and read it all back.

    The file appears under its name when it is complete, on disk and verified. ``files_missing`` of the answer names
    stored files that were not on disk; everything else is in the backup. Raises Refusal if there is no such world or
    the target exists.
    """
    catalog.require(world)
    if target.exists():
        raise Refusal("backup-exists", f"{target} is there already.", "Choose another name.")
    partial = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            out = SealedWriter(file, key)
            with current.use(world, current.OWNER):
                _write(out)
            out.close()
            file.flush()
            os.fsync(file.fileno())
        manifest = verify(partial, key)
        partial.rename(target)
        private.sync(target.parent)
    finally:
        partial.unlink(missing_ok=True)
    return manifest


def verify(source: Path, key: Key) -> Manifest:
    """Read a backup to its end: every byte authenticated, the dump understood. Raises Refusal if it is not whole."""
    with archive.opened(source, key) as (manifest, _, entries):
        for entry in entries:
            if entry.name == archive.DUMP:
                dump.understood(entry.pieces())
    return manifest


def restore(source: Path, key: Key, name: str = "") -> Manifest:
    """Make a world from a backup of this office; returns the backup's manifest.

    Without a name it comes back as the world it was (after a loss). With a name it becomes a copy of kind ``restored``:
    an identity of its own, no sessions, queued jobs or undelivered facts, so that nothing is sent twice. A data folder
    of another office is refused; an empty one is given the secret first (``archive.adopt_secret``).
    Raises Refusal for a wrong key, an altered file, rows that differ, a newer program's backup or a name that is taken.
    """
    with archive.opened(source, key) as (manifest, secret, entries):
        given = read_ring(secret)
        archive.refuse_other_office(given, settings.KEYS, Path(settings.DATA_DIR))
        _refuse_newer(manifest)
        world = name or manifest.world
        with catalog.making(world) as link:
            databases.make_empty(link, world)
            with current.use(world, current.OWNER, being_made=True):
                for entry in entries:
                    _take(entry, given)
                _refuse_different(manifest)
                if name:
                    catalog.clean(name, "restored")
                catalog.migrate()
                reseal(settings.KEYS.with_keys_of(given))
    with current.use(world):
        for do in _after_restore:
            do()
    return manifest


def _write(out: SealedWriter) -> None:
    """All entries, as of one snapshot; files after the rows that name them, since files are never removed."""
    with databases.snapshot() as snapshot:
        digests = list(StoredFile.objects.order_by("sha256").values_list("sha256", flat=True))
        missing = [digest for digest in digests if not files.path_of(digest).exists()]
        archive.put(out, archive.MANIFEST, [_manifest(missing).to_bytes()])
        archive.put(out, archive.SECRET, [(Path(settings.DATA_DIR) / archive.SECRET).read_bytes()])
        archive.put(out, archive.DUMP, dump.dumped(connection.settings_dict, snapshot))
    for digest in sorted(set(digests) - set(missing)):
        with files.path_of(digest).open("rb") as file:
            archive.put(out, f"files/{digest[:2]}/{digest}", dump.pieces(file))
    archive.put_end(out)


def _manifest(missing: list[str]) -> Manifest:
    applied = sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())
    return Manifest(
        world=current.name(),
        kind=current.kind(),
        made_at=clock.real_now().isoformat(),
        program=__version__,
        migrations=tuple(applied),
        row_hashes=row_hashes(),
        files_missing=tuple(missing),
    )


def _take(entry: Entry, given: KeyRing) -> None:
    """Put one entry where it belongs in the world being made; a file wrapped with a key of then gets one of now."""
    if entry.name == archive.DUMP:
        dump.restored(connection.settings_dict, entry.pieces())
        return
    found = archive.FILE.fullmatch(entry.name)
    if found is None:
        raise altered()
    path = files.path_of(found[2])
    with private.new(path) as file:
        file.writelines(entry.pieces())
    files.rewrap(path, settings.KEYS.with_keys_of(given))


def _refuse_different(manifest: Manifest) -> None:
    found = row_hashes()
    wrong = sorted(
        table for table in found.keys() | manifest.row_hashes if found.get(table) != manifest.row_hashes.get(table)
    )
    if wrong:
        raise Refusal("rows-differ", f"The restored rows differ in {', '.join(wrong)}.", "Use another backup.")


def _refuse_newer(manifest: Manifest) -> None:
    """A backup whose schema this program does not know."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations or ()}
    if not known.issuperset(set(manifest.migrations) - OF_BEFORE):
        words = f"This backup was made by another release ({manifest.program}) than this one ({__version__})."
        raise Refusal("other-release", words, "Restore it with that release or a later one.")
