"""``python -m bench.load``: the group of twenty providers at its desk, for some minutes; 1 if a bar is missed.

Bars of the plain profile: p95 < 300 ms, p99 < 1 s, no errors, no acknowledged write lost.
"""

import argparse
import asyncio
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings

from bench.load import office
from bench.load.journeys import JOURNEYS, Floor
from bench.load.notebook import Notebook
from bench.load.pace import Pace
from bench.load.session import Session
from bench.load.surge import Surge
from bench.load.watch import Watch
from bench.load.wire import Browser
from bench.rows import data_folder, machine

P95_MS, P99_MS = 300, 1000


def main(argv: Sequence[str] | None = None) -> int:
    """Load the office and print one JSON object."""
    arguments = _arguments(argv)
    if arguments.data:
        return _run(arguments, Path(arguments.data))
    with data_folder() as folder:
        if arguments.people:
            office.make(folder, arguments.people, arguments.months)
        return _run(arguments, folder)


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench.load", description="Load an office and read its writes again.")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--rate", type=float, default=50, help="requests a second, whether or not the office keeps up")
    parser.add_argument("--sessions", type=int, default=80)
    parser.add_argument("--warm", type=float, default=20, help="seconds before anything is counted")
    parser.add_argument("--surge", type=float, default=0, help="so many times the rate for 30 seconds in the middle")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--people", type=int, default=0, help="patients of the office that is made (the demo's 300)")
    parser.add_argument("--months", type=int, default=12, help="with --people: how long they have been coming")
    parser.add_argument("--data", help="a data folder to use and keep, with a demo world; else one is made and dropped")
    return parser.parse_args(argv)


def _run(arguments: argparse.Namespace, folder: Path) -> int:
    here = machine()
    with office.running(folder) as (program, port):
        with office.inside(folder):
            floor, seats = office.floor(arguments.seed), office.cast(arguments.sessions)
            password = settings.DEMO_PASSWORD
        told = asyncio.run(_load(arguments, program, port, floor, seats, password))
        with office.inside(folder):
            written = told.pop("written")
            told["acknowledged"] = Counter(one.kind for one in written)
            told["lost"] = office.lost(written)
    told = {"machine": here, "profile": vars(arguments) | {"data": bool(arguments.data)}, **told}
    told["bars"] = _bars(told)
    json.dump(told, sys.stdout, indent=1)
    print()
    return 0 if all(told["bars"].values()) else 1


def _bars(told: dict[str, Any]) -> dict[str, bool]:
    whole = told["whole"]
    if told["profile"]["surge"]:
        calm, let_in = told["surge"]["calm after seconds"], told["surge"]["p95"].get("let in", 0)
        return {
            "who is too many is turned away in words": told["surge"]["outcomes"].get("turned away", 0) > 0,
            "who is let in is served: p95 < 1 s": let_in < P99_MS,
            "calm again within 10 s": calm is not None and calm <= 10,
            "no errors": not told["errors"],
            "no acknowledged write lost": not any(told["lost"].values()),
        }
    return {
        "nobody turned away": not told["shed"],
        f"p95 < {P95_MS} ms": whole["p95"] < P95_MS,
        f"p99 < {P99_MS} ms": whole["p99"] < P99_MS,
        "no errors": not told["errors"],
        "no acknowledged write lost": not any(told["lost"].values()),
    }


async def _load(
    arguments: argparse.Namespace, program: int, port: int, floor: Floor, seats: list[Any], password: str
) -> dict[str, Any]:
    pace, book = Pace(arguments.rate), Notebook()
    sessions = [(role, Session(user, staff, Browser("localhost", port), pace, book)) for role, user, staff in seats]
    began = time.perf_counter()
    welcome = await asyncio.gather(*(session.sign_in(password) for _, session in sessions))
    all_in = time.perf_counter() - began
    seated = [one for one, is_in in zip(sessions, welcome, strict=True) if is_in]
    tasks = [asyncio.create_task(_work(role, floor, session)) for role, session in seated]
    await pace.run(arguments.warm)
    signing_in = Notebook.spread(book.took["sign in"])
    book.forget_times()
    watch = Watch(program)
    watching, driver = asyncio.create_task(watch.run()), _cpu()
    surge = Surge(port, arguments.rate * (arguments.surge - 1), arguments.seconds, [one for _, one in sessions])
    surging = asyncio.create_task(surge.run())
    await pace.run(arguments.seconds)
    cost = (_cpu() - driver) / arguments.seconds
    behind = pace.behind
    watch.samples.append(watch.look(arguments.seconds))
    for task in (*tasks, watching, surging):
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    return {
        "sign in": {"sessions in": sum(welcome), "of": len(sessions), "seconds": round(all_in, 1), **signing_in},
        "whole": book.whole(),
        "requests a second": round(book.whole()["n"] / arguments.seconds, 1),
        "writes a second": round(book.writes / arguments.seconds, 2),
        "due and not sent at the end": behind,
        "errors": dict(book.wrong),
        "refused": dict(book.refused),
        "shed": dict(book.shed),
        "surge": surge.report() | {"calm after seconds": book.calm_after(surge.ended, P95_MS) if surge.ended else None},
        "driver": f"{cost:.0%} of a core",
        "office": watch.report(),
        "steps": book.steps(),
        "written": book.written,
    }


async def _work(role: str, floor: Floor, session: Session) -> None:
    while True:
        await JOURNEYS[role](floor, session)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    sys.exit(main())
