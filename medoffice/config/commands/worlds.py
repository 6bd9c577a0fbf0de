"""``medoffice worlds create|clone|list|migrate|drop``."""

import argparse
import sys

from medoffice.config.server import database


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb, names, a kind."""
    parser.add_argument("what", choices=["create", "clone", "list", "migrate", "drop"])
    parser.add_argument("names", nargs="*", metavar="NAME", help="create NAME; clone SOURCE NAME; drop NAME")
    parser.add_argument("--kind", default="training", choices=["practice", "demo", "training", "restored", "test"])


def run(arguments: argparse.Namespace) -> int:
    """Do it; 2 for a wrong number of names."""
    wanted = {"create": 1, "clone": 2, "list": 0, "migrate": 0, "drop": 1}[arguments.what]
    if len(arguments.names) != wanted:
        sys.stderr.write(f"worlds {arguments.what} takes {wanted} name(s)\n")
        return 2
    with database():
        from medoffice.kernel.worlds import catalog

        if arguments.what == "create":
            catalog.create(arguments.names[0], arguments.kind)
        elif arguments.what == "clone":
            catalog.clone(arguments.names[0], arguments.names[1], arguments.kind)
        elif arguments.what == "drop":
            catalog.drop(arguments.names[0])
        for name in catalog.worlds():
            changed = arguments.what == "migrate" and catalog.ensure_migrated(name)
            sys.stdout.write(f"{name}{' migrated' if changed else ''}\n")
    return 0
