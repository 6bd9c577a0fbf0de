"""``medoffice import KIND FILE``: lists of the outside world that an office brings in itself."""

import argparse
from pathlib import Path

from medoffice.config.output import answer, line, say
from medoffice.config.server import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The kind, the file, ``--json``."""
    parser.add_argument("kind", choices=["breached"], help="breached: passwords stolen elsewhere, as SHA-1 hashes")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Take the file in; 1 if it cannot be read. Raises Refusal, with the line, if it is not of its kind."""
    try:
        count = _take_in(Path(arguments.file))
    except OSError as error:
        say(f"{arguments.file}: {error.strerror}")
        return 1
    if arguments.json:
        answer({"file": arguments.file, "kind": arguments.kind, "taken": count})
    else:
        line(f"{count} hashes are known from now on; a new password that is among them is refused.")
    return 0


def _take_in(path: Path) -> int:
    with database(), path.open("rb") as file:
        from medoffice.kernel.worlds import catalog, current
        from medoffice.security.api import keep_breached_list, note_breached_list
        from medoffice.security.types import PROGRAM

        count = keep_breached_list(file)
        for world in catalog.in_turn():
            with current.use(world):
                note_breached_list(actor=PROGRAM, count=count)
    return count
