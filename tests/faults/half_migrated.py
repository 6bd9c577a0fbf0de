"""The world of the migration tests: as an earlier release left it, as it is now, or made anew; a program.

``python -m tests.faults.half_migrated back NAME.LAST ...`` brings ``practice`` back to the last migrations that a
backup knew and keeps a copy of that; ``again`` puts the copy in its place; ``look WORLD`` prints its schema and rows.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterable

from medoffice.config.server import database
from tests.faults.upgraded import migrate_back

OLD = "earlier"
# Of a dump: how casts are written, which is otherwise once it was restored; and its own marks, which differ each time.
_CASTS = re.compile(r"::(text|character varying)(\[\])?|[()]")
_MARKS = re.compile(r"^(\\(un)?restrict .*|--.*)?\n", re.MULTILINE)


def main(what: str, *names: str) -> None:
    """Do one of the three."""
    with database():
        from medoffice.kernel.worlds import current

        if what == "back":
            with current.use("practice", current.OWNER):
                migrate_back(list(names))
            _copy("w_practice", OLD)
        elif what == "again":
            _copy(OLD, "w_practice")
        else:
            with current.use(names[0], current.OWNER):
                json.dump(_seen(), sys.stdout)


def _copy(source: str, target: str) -> None:
    """One database as a copy of the other, which nobody is in."""
    from django.db import connections

    from medoffice.kernel.worlds import databases

    connections.close_all()
    with databases.maintenance() as link:
        link.execute(f'DROP DATABASE IF EXISTS "{target}" WITH (FORCE)')
        link.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')


def _seen() -> dict[str, object]:
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    from medoffice.kernel.postgres import binaries
    from medoffice.kernel.worlds.row_hashes import row_hashes

    applied = MigrationRecorder(connection).applied_migrations()
    rows, place = row_hashes(), connection.settings_dict
    dumped = subprocess.run(
        [
            binaries.folder() / "pg_dump",
            "--schema-only",
            "--no-owner",
            "--no-acl",
            f"--host={place['HOST']}",
            "--port=5432",
            f"--username={place['USER']}",
            place["NAME"],
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return {
        "schema": _CASTS.sub("", _MARKS.sub("", dumped.stdout)),
        "rows": rows,
        "counts": _counts(rows),
        "migrations": len(applied),
    }


def _counts(tables: Iterable[str]) -> dict[str, int]:
    from django.db import connection

    with connection.cursor() as cursor:
        counts = {}
        for table in tables:
            cursor.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 - a name of the catalogue
            counts[table] = int(cursor.fetchone()[0])
        return counts


if __name__ == "__main__":
    main(*sys.argv[1:])
