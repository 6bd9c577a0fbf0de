"""What became of a restored world of the first landing: its rows as they are now, back, and forward again; as JSON.

A program: ``python -m tests.faults.upgraded NAME.LAST ...`` with the last migration of each room that the backup knew.
"""

import json
import sys

from medoffice.config.server import database


def main(known: list[str]) -> None:
    """Migrate back to what the backup knew and forward again, and say how each table's rows hash at every step."""
    with database():
        from medoffice.kernel.worlds import catalog, current
        from medoffice.kernel.worlds.row_hashes import row_hashes

        with current.use("practice", current.OWNER):
            steps = {"up": row_hashes()}
            migrate_back(known)
            steps["back"] = row_hashes()
        catalog.ensure_migrated("practice")
        with current.use("practice", current.OWNER):
            steps["again"] = row_hashes()
        json.dump(steps, sys.stdout)


def migrate_back(known: list[str]) -> None:
    """Bring the current world back to the last migrations of each room in ``known``; rooms it lacks go altogether."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    from medoffice.kernel.worlds.reports import drop_reports

    drop_reports()
    loader, rooms = MigrationLoader(connection), {name.partition(".")[0] for name in known}
    for room in sorted({app for app, _ in loader.applied_migrations} & loader.migrated_apps):
        last = max((name.partition(".")[2] for name in known if name.partition(".")[0] == room), default="zero")
        if room in rooms or last == "zero":
            call_command("migrate", room, last, verbosity=0, interactive=False)


if __name__ == "__main__":
    main(sys.argv[1:])
