"""``medoffice day``: one full office day through the real actions and simulators, settled and proved."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from medoffice.config.output import answer, line
from medoffice.config.server import database
from medoffice.kernel import clock

if TYPE_CHECKING:
    from medoffice.rehearsal.day.types import DayReport

PREFIX = "day-"  # then the number of the process: several days may be played at once


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--seed``, ``--date``, ``--visits``, ``--json``."""
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--date", type=date.fromisoformat, default=None, help="the day to play (default: today)")
    parser.add_argument("--visits", type=int, default=44)
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Play in a world of its own, dropped afterwards; 1 if a proof does not hold."""
    with database(), _world():
        from medoffice.rehearsal.day.api import play_one_day
        from medoffice.rehearsal.demo.api import working_day

        on = arguments.date or working_day(clock.real_today())
        report = play_one_day(arguments.seed, on, visits=arguments.visits)
    if arguments.json:
        answer(_as_json(report))
    else:
        _tell(report)
    return 0 if report.ok else 1


@contextmanager
def _world() -> Iterator[None]:
    """A fresh world for the block; worlds of days whose program was ended in the middle go too."""
    from medoffice.kernel.worlds import catalog, current

    for left in catalog.worlds():
        if left.startswith(PREFIX) and not _runs(left.removeprefix(PREFIX)):
            catalog.drop(left)
    name = f"{PREFIX}{os.getpid()}"
    catalog.create(name, "test")
    try:
        with current.use(name):
            yield
    finally:
        catalog.drop(name)


def _runs(process: str) -> bool:
    """Whether a process of this number runs, other than this one."""
    if not process.isdigit() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _as_json(report: "DayReport") -> dict[str, object]:
    return {
        "seed": report.seed,
        "date": report.date,
        "settled_on": report.settled_on,
        "ok": report.ok,
        "counts": report.counts,
        "story": report.story,
        "unsigned": report.unsigned,
        "proofs": [{"key": p.key, "says": p.says, "ok": p.ok, "found": p.found} for p in report.proofs],
    }


def _tell(report: "DayReport") -> None:
    """The day for a person to read."""
    line(f"An office day, {report.date}, seed {report.seed}; every claim settled by {report.settled_on}")
    line()
    line("  ".join(f"{number} {name}" for name, number in report.counts.items()))
    for words in report.unsigned:
        line(f"not signed in the evening: {words}")
    line()
    line("One patient's way:")
    for words in report.story:
        line(f"  {words}")
    line()
    line("What must be true:")
    for proof in report.proofs:
        line(f"  {'holds   ' if proof.ok else 'DOES NOT'}  {proof.says}: {proof.found}")
