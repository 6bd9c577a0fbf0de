"""The blank: an empty world as this program's migrations make one, kept on the server to be copied.

Migrating an empty database takes many seconds, and every new world would pay them. So the first one leaves a copy of
itself as it was when it had been migrated and held nothing; the name ``b_...`` tells which migrations, to the letter.
Nobody can connect to it. If it is missing, or of other migrations, a world is migrated and leaves a new one.
"""

import hashlib
import sys
from pathlib import Path

from django.db.migrations.loader import MigrationLoader
from psycopg import sql

from medoffice.kernel.worlds import databases


def begin_as_blank(name: str) -> bool:
    """Make the hidden database of a new world as a copy of the blank; False if there is none of these migrations."""
    with databases.maintenance() as link:
        _lock(link)
        blank = _named_by_migrations()
        if blank not in _blanks(link):
            return False
        make = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER office_owner")
        link.execute(make.format(databases.hidden(name), sql.Identifier(blank)))
        databases.shut(link, name)
        return True


def keep_as_blank(name: str) -> None:
    """Keep a copy of a world that is being made: migrated, empty, and without a client at this moment."""
    with databases.maintenance() as link:
        _lock(link)
        for old in _blanks(link):
            link.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(old)))
        make = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER office_owner ALLOW_CONNECTIONS false")
        link.execute(make.format(sql.Identifier(_named_by_migrations()), databases.hidden(name)))


def _lock(link: databases.Link) -> None:
    link.execute("SELECT pg_advisory_lock(hashtextextended('the blank', 0))")


def _blanks(link: databases.Link) -> list[str]:
    return [row[0] for row in link.execute("SELECT datname FROM pg_database WHERE datname LIKE 'b\\_%'")]


def _named_by_migrations() -> str:
    """The name that the blank of this program has: its migrations, by name and text."""
    digest = hashlib.sha256()
    for (app, name), migration in sorted((MigrationLoader(None).disk_migrations or {}).items()):
        file = sys.modules[type(migration).__module__].__file__
        digest.update(f"{app} {name}\0".encode() + (Path(file).read_bytes() if file else b"") + b"\0")
    return f"b_{digest.hexdigest()[:32]}"
