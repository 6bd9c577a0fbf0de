"""``medoffice import KIND FILE``: lists of the outside world that an office brings in itself."""

import argparse
from pathlib import Path

from medoffice.config.output import answer, line, say
from medoffice.config.server import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The kind, the file, ``--json``."""
    says = "breached: passwords stolen elsewhere, as SHA-1 hashes; safety: rules by which prescriptions are checked; "
    says += "pharmacies: the directory, as NPPES writes it"
    parser.add_argument("kind", choices=["breached", "pharmacies", "safety"], help=says)
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Take the file in; 1 if it cannot be read. Raises Refusal, with the line, if it is not of its kind."""
    try:
        count = _TAKES[arguments.kind](Path(arguments.file))
    except OSError as error:
        say(f"{arguments.file}: {error.strerror}")
        return 1
    if arguments.json:
        answer({"file": arguments.file, "kind": arguments.kind, "taken": count})
    else:
        line(_SAYS[arguments.kind].format(count=count))
    return 0


def _breached(path: Path) -> int:
    with database(), path.open("rb") as file:
        from medoffice.kernel.worlds import catalog, current
        from medoffice.security.api import keep_breached_list, note_breached_list
        from medoffice.security.types import PROGRAM

        count = keep_breached_list(file)
        for world in catalog.in_turn():
            with current.use(world):
                note_breached_list(actor=PROGRAM, count=count)
    return count


def _safety(path: Path) -> int:
    told = path.read_text(encoding="utf-8")
    with database():
        from medoffice.clinic.prescriptions.api import take_safety_book
        from medoffice.kernel.worlds import catalog, current
        from medoffice.security.types import PROGRAM

        count = 0
        for world in catalog.in_turn():
            with current.use(world):
                count = take_safety_book(actor=PROGRAM, told=told)
    return count


def _pharmacies(path: Path) -> int:
    with database():
        from medoffice.clinic.prescriptions.api import take_pharmacies
        from medoffice.kernel.worlds import catalog, current
        from medoffice.security.types import PROGRAM
        from medoffice.standards.nppes.api import read_pharmacies

        count = 0
        for world in catalog.in_turn():
            with current.use(world), path.open(encoding="utf-8-sig", newline="") as file:
                count = take_pharmacies(actor=PROGRAM, rows=read_pharmacies(file), source=path.name).total
    return count


_TAKES = {"breached": _breached, "pharmacies": _pharmacies, "safety": _safety}
_SAYS = {
    "breached": "{count} hashes are known from now on; a new password that is among them is refused.",
    "pharmacies": "{count} pharmacies are new, changed or closed; the others stay as they are.",
    "safety": "{count} rules hold from their day on; prescriptions are checked by them.",
}
