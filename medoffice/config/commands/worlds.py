"""``medoffice worlds create|clone|list|migrate|drop``."""

import argparse
import sys

from medoffice.config.output import say
from medoffice.config.server import database
from medoffice.kernel import clock


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb, names, a kind; for ``create`` how many made-up people, and how many months they have been coming."""
    parser.add_argument("what", choices=["create", "clone", "list", "migrate", "drop"])
    parser.add_argument("names", nargs="*", metavar="NAME", help="create NAME; clone SOURCE NAME; drop NAME")
    parser.add_argument("--kind", default="training", choices=["practice", "demo", "training", "restored", "test"])
    parser.add_argument("--people", type=int, default=0, help="create: with so many made-up patients (none)")
    parser.add_argument("--months", type=int, default=0, help="create: who have been coming for so many months (0)")
    parser.add_argument("--seed", type=int, default=7, help="create: other people for another number (7)")


def run(arguments: argparse.Namespace) -> int:
    """Do it; 2 for a wrong number of names."""
    wanted = {"create": 1, "clone": 2, "list": 0, "migrate": 0, "drop": 1}[arguments.what]
    if len(arguments.names) != wanted:
        sys.stderr.write(f"worlds {arguments.what} takes {wanted} name(s)\n")
        return 2
    with database():
        from medoffice.kernel.worlds import catalog

        if arguments.what == "create":
            _create(arguments)
        elif arguments.what == "clone":
            catalog.clone(arguments.names[0], arguments.names[1], arguments.kind)
        elif arguments.what == "drop":
            catalog.drop(arguments.names[0])
        for name in catalog.worlds():
            changed = arguments.what == "migrate" and catalog.ensure_migrated(name)
            sys.stdout.write(f"{name}{' migrated' if changed else ''}\n")
    return 0


def _create(arguments: argparse.Namespace) -> None:
    """An empty world, or one with people and a past, written in bulk."""
    from medoffice.kernel.worlds import catalog

    if not arguments.people:
        catalog.create(arguments.names[0], arguments.kind)
        return
    from medoffice.rehearsal.bulk.api import make_bulk_world
    from medoffice.rehearsal.bulk.types import Size
    from medoffice.rehearsal.demo.api import working_day

    size = Size(arguments.people, arguments.months, working_day(clock.real_today()), arguments.seed)
    make_bulk_world(arguments.names[0], arguments.kind, size, say)
