"""``medoffice backup FILE``: a world with its files in one encrypted file, read back before it is called done."""

import argparse
from pathlib import Path

from medoffice.config.keys import add_key_arguments, key_of
from medoffice.config.output import answer, line, say
from medoffice.config.server import chosen_world, database
from medoffice.kernel.refusals import Refusal


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, ``--world``, how it is encrypted, ``--json``."""
    parser.add_argument("file", type=Path, metavar="FILE", help="where to write it; nothing may be there yet")
    parser.add_argument("--world", metavar="W", help="which world (default: the practice's own)")
    add_key_arguments(parser, may_make=True)
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Back up; people may go on working meanwhile. 1 if a stored file was missing on disk, so is not in it."""
    if not arguments.file.parent.is_dir():
        raise Refusal("no-folder", f"There is no folder {arguments.file.parent}.", "Make it, or choose another place.")
    with database():
        from medoffice.kernel import backup

        world = chosen_world(arguments.world)
        told = backup.backup(world, arguments.file, key_of(arguments))
    if arguments.json:
        answer(
            {
                "file": str(arguments.file),
                "world": told.world,
                "kind": told.kind,
                "made_at": told.made_at,
                "program": told.program,
                "tables": len(told.row_hashes),
                "bytes": arguments.file.stat().st_size,
                "files_missing": list(told.files_missing),
            }
        )
    else:
        line(f"The world {told.world} is in {arguments.file} ({arguments.file.stat().st_size} bytes), read back whole.")
    for digest in told.files_missing:
        say(f"The stored file {digest} is not on disk, so it is not in the backup. See medoffice check.")
    return 1 if told.files_missing else 0
