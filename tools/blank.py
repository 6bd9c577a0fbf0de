"""Writes what the migrations make of an empty database to ``medoffice/kernel/worlds/blank.sql``; takes minutes.

.venv/bin/python -m tools.blank
"""

import os
import tempfile
from pathlib import Path

import django


def main() -> None:
    """Migrate an empty world of a throw-away server, and write its script."""
    with tempfile.TemporaryDirectory(prefix="medoffice-blank-", dir="/var/tmp") as folder:
        Path(folder).chmod(0o711)
        os.environ |= {"MEDOFFICE_DATA": f"{folder}/office", "DJANGO_SETTINGS_MODULE": "medoffice.config.settings"}
        django.setup()
        from django.db import connections

        from medoffice.kernel.postgres.server import Server
        from medoffice.kernel.worlds import blanks, catalog, current, databases

        with Server(Path(folder, "office"), durable=False) as server:
            connections.settings["default"]["HOST"] = str(server.socket)
            with catalog.making("blank") as link, current.use("blank", current.OWNER, being_made=True):
                databases.make_empty(link, "blank")
                catalog.migrate()
                blanks.SCRIPT.write_text(blanks.script(), encoding="utf-8")


if __name__ == "__main__":
    main()
