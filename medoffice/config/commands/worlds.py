"""``medoffice worlds create|clone|copy|list|migrate|drop``."""

import argparse
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from medoffice.config.output import answer, line, say, words_of
from medoffice.config.server import database
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal

NAMES = {"create": (1, 1), "clone": (2, 2), "copy": (2, 2), "list": (0, 0), "migrate": (0, 1), "drop": (1, 1)}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The verb, names, a kind, how sure one is; for ``create`` how many made-up people with how many months."""
    parser.add_argument("what", choices=[*NAMES])
    says = (
        "create NAME; clone SOURCE NAME (of an idle world); copy SOURCE NAME (of one in use); migrate [NAME]; drop NAME"
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=says)
    kinds = ["practice", "demo", "training", "restored", "test"]
    parser.add_argument("--kind", default="training", choices=kinds, help="of the new world (default: training)")
    parser.add_argument("--people", type=int, default=0, help="create: with so many made-up patients (none)")
    parser.add_argument("--months", type=int, default=0, help="create: who have been coming for so many months (0)")
    parser.add_argument("--seed", type=int, default=7, help="create: other people for another number (7)")
    parser.add_argument("--all", action="store_true", help="migrate: every world (also what no NAME means)")
    parser.add_argument("--yes", action="store_true", help="drop: it and all its records")
    parser.add_argument("--really", metavar="NAME", default="", help="drop: the name again, to drop a practice")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout, one for each world")


def run(arguments: argparse.Namespace) -> int:
    """Do it; 2 for a wrong number of names, 1 if a world could not be migrated."""
    least, most = NAMES[arguments.what]
    if not least <= len(arguments.names) <= most:
        raise Refusal("how-many", f"worlds {arguments.what} takes {' or '.join(map(str, {least, most}))} name(s).")
    if arguments.all and arguments.names:
        raise Refusal("how-many", "Either one world or all of them.")
    with database():
        from medoffice.kernel.worlds import catalog

        names = arguments.names
        if arguments.what == "migrate":
            return _migrate(names or catalog.worlds(), as_json=arguments.json)
        if arguments.what == "drop":
            _drop(names[0], yes=arguments.yes, really=arguments.really)
            say(f"The world {names[0]} is gone.")
            return 0
        if arguments.what == "create":
            _create(arguments)
        elif arguments.what == "clone":
            catalog.clone(names[0], names[1], arguments.kind)
        elif arguments.what == "copy":
            catalog.copy(names[0], names[1], arguments.kind)
        _list(names[-1:], as_json=arguments.json)
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


def _migrate(names: Iterable[str], *, as_json: bool) -> int:
    """Each world in turn; one that fails does not stop the others, and is tried again the next time."""
    from medoffice.kernel.retries import in_short
    from medoffice.kernel.worlds import catalog

    failed = 0
    for name in names:
        why = ""
        try:
            state = "migrated" if catalog.ensure_migrated(name) else "current"
        except Refusal as refusal:
            state, why = "failed", words_of(refusal)
        except Exception as error:  # noqa: BLE001 - whatever broke in one world, the others are still to be done
            state, why = "failed", in_short(error)
        failed += state == "failed"
        if as_json:
            answer({"world": name, "state": state, "why": why})
        else:
            line(f"{name:<24}{state}{': ' + why if why else ''}")
    if failed:
        say(f"{failed} failed; what was done in them stays, and `medoffice worlds migrate` goes on from there.")
    return 1 if failed else 0


def _drop(name: str, *, yes: bool, really: str) -> None:
    """Raises Refusal unless it was said that it is meant."""
    from medoffice.kernel.worlds import catalog

    kind = catalog.describe(name).kind
    if kind in ("practice", "") and really != name:
        words = f"{name} is a practice with its records." if kind else f"Nobody can tell what is in {name}."
        raise Refusal("drop-practice", words, f"Back it up first; then say --yes --really {name}.")
    if not yes:
        raise Refusal("drop-unsure", f"Everything in {name} would be gone.", "Say --yes.")
    catalog.drop(name)


def _list(names: Iterable[str], *, as_json: bool) -> None:
    from medoffice.kernel.worlds import catalog

    for name in catalog.in_turn(names):
        told = catalog.describe(name)
        used = _last_used(name) if told.kind else None
        if as_json:
            answer(_as_json(told, used))
            continue
        state = "current" if not told.to_apply and not told.wrong_rights else "to be migrated"
        last = f"{used:%Y-%m-%d %H:%M} UTC" if used else "never used"
        line(f"{name:<24}{told.kind or 'unknown':<10}{told.size / 1e6:>8.1f} MB  {state:<16}{last}")


def _last_used(name: str) -> datetime | None:
    """When a person last did or saw something, by the world's own clock."""
    from medoffice.kernel.worlds import current
    from medoffice.security.api import last_used_at

    with current.use(name, current.OWNER):
        return last_used_at()


def _as_json(told: Any, used: datetime | None) -> dict[str, object]:  # noqa: ANN401 - a Described, which needs Django
    return {
        "world": told.name,
        "kind": told.kind or None,
        "bytes": told.size,
        "migrations_to_apply": told.to_apply,
        "wrong_rights": told.wrong_rights,
        "created_at": told.created_at,
        "last_used_at": used,
    }
