"""``medoffice day``: one full office day through the real actions and simulators, settled and proved."""

import argparse
import json
import sys
from datetime import date

from medoffice.config.server import database
from medoffice.kernel import clock

WORLD = "day"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--seed``, ``--date``, ``--visits``, ``--json``."""
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--date", type=date.fromisoformat, default=None, help="the day to play (default: today)")
    parser.add_argument("--visits", type=int, default=44)
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Play in a world of its own, dropped afterwards; 1 if a proof does not hold."""
    with database():
        from medoffice.kernel.worlds import catalog, current
        from medoffice.rehearsal.day.api import play_one_day
        from medoffice.rehearsal.day.types import DayReport
        from medoffice.rehearsal.demo.api import working_day

        if catalog.exists(WORLD):
            catalog.drop(WORLD)
        catalog.create(WORLD, "test")
        try:
            with current.use(WORLD):
                on = arguments.date or working_day(clock.real_today())
                report: DayReport = play_one_day(arguments.seed, on, visits=arguments.visits)
        finally:
            catalog.drop(WORLD)
    if arguments.json:
        proofs = [{"key": p.key, "says": p.says, "ok": p.ok, "found": p.found} for p in report.proofs]
        answer = {"seed": report.seed, "date": report.date, "settled_on": report.settled_on, "counts": report.counts}
        sys.stdout.write(json.dumps({**answer, "ok": report.ok, "story": report.story, "proofs": proofs}) + "\n")
        return 0 if report.ok else 1
    sys.stdout.write(
        f"An office day, {report.date}, seed {report.seed}; every claim settled by {report.settled_on}\n\n"
    )
    sys.stdout.write(
        "  ".join(f"{number} {name}" for name, number in report.counts.items()) + "\n\nOne patient's way:\n"
    )
    sys.stdout.writelines(f"  {line}\n" for line in report.story)
    sys.stdout.write("\nWhat must be true:\n")
    for proof in report.proofs:
        sys.stdout.write(f"  {'holds     ' if proof.ok else 'DOES NOT  '} {proof.says}: {proof.found}\n")
    sys.stdout.writelines(f"  unsigned: {line}\n" for line in report.unsigned)
    return 0 if report.ok else 1
