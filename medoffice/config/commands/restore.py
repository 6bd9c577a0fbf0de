"""``medoffice restore FILE``: a world from a backup, also into the empty data folder of another machine."""

import argparse
import os
from pathlib import Path

from medoffice.config.keys import add_key_arguments, key_of
from medoffice.config.output import answer, line
from medoffice.config.places import data_folder
from medoffice.config.server import database
from medoffice.kernel import archive

KEPT = ("pg", "files")  # what a data folder holds as soon as it has had a world


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, ``--as``, the key, ``--json``."""
    parser.add_argument("file", type=Path, metavar="FILE", help="what medoffice backup wrote")
    parser.add_argument("--as", dest="name", default="", metavar="NAME", help="as a copy with this name, of its own")
    add_key_arguments(parser, may_make=False)
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Restore; every table's rows are compared with what the backup says before anybody may open the world."""
    key, data = key_of(arguments), data_folder()
    unused = not os.environ.get("DATABASE_URL") and not any((data / name).exists() for name in KEPT)
    archive.adopt_secret(arguments.file, key, data, may_replace=unused)  # before settings are read: they need it
    with database():
        from medoffice.kernel import backup

        told = backup.restore(arguments.file, key, arguments.name)
    world = arguments.name or told.world
    if arguments.json:
        answer(
            {
                "file": str(arguments.file),
                "world": world,
                "was": told.world,
                "made_at": told.made_at,
                "program": told.program,
                "tables": len(told.row_hashes),
                "files_missing": list(told.files_missing),
            }
        )
    else:
        made = told.made_at[:19].replace("T", " ")
        line(f"The world {world} is back as it was on {made} UTC; every row was compared.")
    return 0
