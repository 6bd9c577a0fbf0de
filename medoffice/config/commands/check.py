"""``medoffice check``: everything that must be true, looked at now; 1 if something does not hold."""

import argparse
from collections.abc import Iterator

from medoffice.config.output import answer, line, say
from medoffice.config.server import database
from medoffice.kernel.checks import Checked, run_checks
from medoffice.kernel.findings import Finding, Severity


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--world``, ``--json``."""
    parser.add_argument("--world", metavar="W", help="only this world (default: every world there is)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line on stdout, one for each check")


def run(arguments: argparse.Namespace) -> int:
    """Look at the installation, then at each world. Changes nothing."""
    failed = looked = to_see = 0
    with database():
        from medoffice.config import own_checks  # noqa: F401 - registers the installation's own checks

        for world, checked in _all(arguments.world):
            looked, failed = looked + 1, failed + (not checked.ok)
            to_see += checked.ok and bool(checked.findings)
            (_as_json if arguments.json else _in_words)(world, checked)
    rest = f", {to_see} to look at" if to_see else ""
    say(f"{looked} checks, {failed} of them failed{rest}" if failed else f"{looked} checks, none failed{rest}")
    return 1 if failed else 0


def _all(only: str | None) -> Iterator[tuple[str, Checked]]:
    from medoffice.kernel.worlds import catalog, current

    if only is not None:
        catalog.require(only)
    for checked in run_checks(of_world=False):
        yield "", checked
    for world in [only] if only is not None else catalog.worlds():
        with current.use(world):
            if _opens():
                for checked in run_checks(of_world=True):
                    yield world, checked
            else:
                words = f"The program cannot open {world}. Run medoffice worlds migrate, and see that no copy is made."
                finding = Finding("not-opened", world, words)
                yield world, Checked("world", "the program can open this world", "it cannot", (finding,))


def _opens() -> bool:
    """Whether the running program may sign in to the current world."""
    from django.db import OperationalError, connection

    try:
        connection.ensure_connection()
    except OperationalError:
        return False
    return True


def _as_json(world: str, checked: Checked) -> None:
    answer(
        {
            "world": world or None,
            "check": checked.key,
            "looks": checked.looks,
            "ok": checked.ok,
            "found": checked.found,
            "findings": [finding.as_json() for finding in checked.findings],
        }
    )


def _in_words(world: str, checked: Checked) -> None:
    state = ("look at " if checked.findings else "holds   ") if checked.ok else "DOES NOT"
    line(f"{state}  {world + ': ' if world else ''}{checked.key}: {checked.looks}: {checked.found}")
    for finding in checked.findings:
        mark = "error" if finding.severity is Severity.ERROR else finding.severity.value
        line(f"            {mark}: {finding.words}")
