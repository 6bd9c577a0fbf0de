"""``medoffice downtime``: the encrypted pages for hours without a computer, made now; says where they are."""

import argparse

from medoffice.config.output import answer, line, say
from medoffice.config.server import chosen_world, database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--world``, ``--json``."""
    parser.add_argument("--world", metavar="W", help="which world (default: the practice's own)")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Make a pack; 1 if something of it could not be printed or copied."""
    with database():
        from medoffice.kernel.worlds import current
        from medoffice.management.downtime.api import folder, make_pack, packs
        from medoffice.security.types import PROGRAM

        with current.use(chosen_world(arguments.world)):
            make_pack(actor=PROGRAM)
            made, place = packs()[0], folder()
    told = {"file": str(place / made.name), "patients": len(made.patient_ids), "held_back": made.held_back}
    if arguments.json:
        answer({**told, "findings": list(made.findings)})
    else:
        line(f"{told['file']}: {told['patients']} patients; the password is the one chosen for downtime packs.")
    for finding in made.findings:
        say(f"{finding['where']}: {finding['words']}")
    return 1 if made.findings else 0
