"""``medoffice keys show|rotate``: the office's own keys, by number; a new one, and the old one retired."""

import argparse

from medoffice.config.output import answer, line
from medoffice.config.places import data_folder
from medoffice.config.server import database
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.secrets import key_ring


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb, ``--json``."""
    parser.add_argument("what", choices=["show", "rotate"])
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Show which keys there are, never what they are; or rotate, with the office closed."""
    ring, told = key_ring(data_folder()), dict[str, int | bool]()
    if arguments.what == "rotate":
        with database(own=True):
            told = _rotate()
        ring = key_ring(data_folder())
    if arguments.json:
        answer({**told, "newest": ring.newest, "live": sorted(ring.live), "retired": sorted(ring.retired)})
        return 0
    if told:
        line(f"Key {ring.newest} is in use; {told['files']} files and {told['rows']} rows were taken over to it.")
        line("Everybody signs in again. Backups of before still open: they hold the key of their time.")
    for kid in sorted(ring.live):
        line(f"key {kid}: {'in use' if kid == ring.newest else 'being replaced; call medoffice keys rotate again'}")
    for kid in sorted(ring.retired):
        line(f"key {kid}: retired; it only proves the part of the audit trail that was sealed with it")
    return 0


def _rotate() -> dict[str, int | bool]:
    from medoffice.kernel import rotation
    from medoffice.kernel.worlds import catalog, current
    from medoffice.security.api import note_rotation
    from medoffice.security.types import PROGRAM

    _refuse_others()
    done = rotation.rotate()
    for world in catalog.in_turn():
        with current.use(world):
            note_rotation(actor=PROGRAM, kid=done.kid)
    return {"files": done.files, "rows": done.rows, "resumed": done.resumed}


def _refuse_others() -> None:
    """A program that runs keeps the keys it started with: what it made meanwhile could not be opened any more."""
    from medoffice.kernel.worlds import catalog

    if catalog.others_at_work():
        words = "Somebody works in the office, here or on another machine."
        raise Refusal("office-open", words, "Stop the office (and every other command) first, then rotate.")
