"""The blank: an empty world as this program's migrations make one, kept to be copied.

Migrating an empty database takes minutes, and every new world would pay them. So what the migrations come to is kept
twice: as a script with the program, for the first world of a server, and as a database on the server, for all others.
Both carry a name, ``b_...``, that tells which migrations they are of, to the letter; where it is another one, a world
is migrated. ``make blank`` writes the script, and a test compares it with what the migrations make. The first world
leaves the database when it holds nothing yet; nobody can connect to it.
"""

import hashlib
import re
import sys
from pathlib import Path

from django.db import connection, transaction
from django.db.migrations.loader import MigrationLoader
from psycopg import sql

from medoffice.kernel import clock
from medoffice.kernel.postgres import dump
from medoffice.kernel.worlds import databases

SCRIPT = Path(__file__).with_name("blank.sql")
# Settings of the session that dumped, notes, and what only psql understands.
_NOT_OURS = re.compile(
    r"^(SET [^;]*;|COMMENT ON EXTENSION [^;]*;|SELECT pg_catalog\.set_config\([^;]*;|--.*|\\.*)\n", re.MULTILINE
)
_WITHIN = "SET LOCAL check_function_bodies = false;\nSET LOCAL search_path = '';\n"


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


def fill_by_script() -> bool:
    """Give the current, empty database the program's tables, without rights; False if the script is of others."""
    name, _, statements = SCRIPT.read_text(encoding="utf-8").partition("\n")
    if name != f"-- {_named_by_migrations()}":
        return False
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statements)
        cursor.execute("UPDATE public.django_migrations SET applied = %s", [clock.real_now()])
    return True


def script() -> str:
    """What makes an empty database as the current one, which was migrated and is empty; changes its notes of when."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE django_migrations SET applied = 'epoch'")
    told = b"".join(dump.scripted(connection.settings_dict, ("--exclude-schema=report", "--exclude-table-data=world")))
    statements = re.sub(r"\n{2,}", "\n\n", _NOT_OURS.sub("", told.decode()))
    return f"-- {_named_by_migrations()}\n{_WITHIN}{statements}"


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
