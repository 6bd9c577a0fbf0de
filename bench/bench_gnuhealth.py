"""GNU Health as a peer: the same people in both, on the same PostgreSQL server; searches, free times, booking.

Its Python is named by ``MEDOFFICE_BENCH_GNUHEALTH`` (docs/bench.md says how to install it); without it there is nothing
to compare with, and the row says so. Both are asked by calls in one process, without HTTP. A ratio above 1 means we are
faster.
"""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from bench.bench_scale import TODAY, typed_of
from bench.planted import people, plant, recall, searches
from bench.rows import Row, percentile
from bench.worlds import scale_world

PEER, NAME = "MEDOFFICE_BENCH_GNUHEALTH", "gnuhealth"
SCRIPT = Path(__file__).resolve().parent / "peers" / "gnuhealth.py"
PEOPLE, MONTHS, PROVIDERS, BOOKINGS, TIMES, PATIENCE = 10_000, 2, 6, 20, 3, 3600
KINDS = (
    "three letters of a name",
    "family and given name",
    "telephone",
    "last four of the telephone",
)  # it takes these
SPELT = ("family then given", "given then family")  # planted searches that are spelt as it can find them


def rows() -> Iterator[Row]:
    """The medians of both and how many times faster we are; how many planted searches each finds."""
    python = os.environ.get(PEER, "")
    if not Path(python).is_file():
        yield Row("GNU Health", "not installed", f"{PEER} names its Python")
        return
    with scale_world(PEOPLE, MONTHS, TODAY):
        ids = plant()
        texts = {kind: told for kind, told in typed_of(PEOPLE).items() if kind in KINDS}
        ours, theirs = _ours(texts, list(ids.values())), _theirs(python, texts)
        found = recall(ids)
    yield Row("GNU Health: the same people put in", round(theirs["filled"], 1), "s")
    for name in ours:
        mine, other = (percentile(one, 0.5) for one in (ours[name], _told(theirs, name)))
        yield Row(f"{name}: medoffice", round(mine, 2), "ms, median")
        yield Row(f"{name}: GNU Health", round(other, 2), "ms, median")
        yield Row(f"{name}: to GNU Health", round(other / mine, 2), "times faster")
    for kind, (asked, among_ten) in theirs["recall"].items():
        mine = found[kind][2]
        yield Row(f"planted, {kind}: found among ten", f"{mine}, GNU Health {among_ten}", f"of {asked}")


def _told(theirs: dict[str, Any], name: str) -> list[float]:
    told: list[float] = theirs["searches"].get(name) or theirs[{FREE: "free", BOOK: "booked"}[name]]
    return told


FREE, BOOK = "free times of a provider on a day", "book the first free time"


def _ours(texts: dict[str, list[str]], patients: Sequence[UUID]) -> dict[str, list[float]]:
    """Our milliseconds: searches without a page, free times, booking; each committed."""
    from medoffice.front_office.scheduling.api import book, find_free
    from medoffice.kernel import clock
    from medoffice.practice.api import providers
    from medoffice.records.patients.api import search
    from medoffice.security.types import PROGRAM

    morning, who = clock.now() + timedelta(days=30), [one.id for one in providers()[:PROVIDERS]]

    def booked(number: int) -> None:
        slot = find_free("nurse", morning, provider_id=who[0], limit=1)[0]
        book(
            actor=PROGRAM,
            patient_id=patients[number],
            provider_id=slot.provider_id,
            site_id=slot.site_id,
            starts=slot.starts,
            visit_type="nurse",
            reason="bench",
        )

    spent = {
        kind: _spent(lambda number, told=told: search(PROGRAM, told[number], limit=10), len(told))
        for kind, told in texts.items()
    }
    spent[FREE] = _spent(lambda number: find_free("nurse", morning, provider_id=who[number], limit=32), len(who))
    spent[BOOK] = _spent(booked, BOOKINGS, 1)
    return spent


def _spent(ask: Callable[[int], object], count: int, times: int = TIMES) -> list[float]:
    spent = []
    for number in range(count):
        best = float("inf")
        for _ in range(times):
            began = time.perf_counter()
            ask(number)
            best = min(best, time.perf_counter() - began)
        spent.append(best * 1000)
    return spent


def _theirs(python: str, texts: dict[str, list[str]]) -> dict[str, Any]:
    """The peer's own, in a database of its own on the same server, gone afterwards."""
    from psycopg import sql

    from medoffice.kernel.worlds import current, databases
    from medoffice.rehearsal.population.api import households

    told = {
        "people": [_as_json(one) for home in households(7, PEOPLE, TODAY) for one in home.people],
        "planted": {key: {"sex": "F", **who, "born": str(who["born"])} for key, who in people().items()},
        "searches": texts,
        "recall": {kind: asked for kind, asked in searches().items() if kind in SPELT},
        "day": str(TODAY),
        "providers": PROVIDERS,
        "bookings": BOOKINGS,
    }
    with databases.maintenance() as link:
        told["uri"] = f"postgresql://{current.OWNER}@/?host={link.info.host}&port={link.info.port}"
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(NAME))
        link.execute(drop)
        link.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
        try:
            done = subprocess.run(
                [python, str(SCRIPT)],
                input=json.dumps(told),
                text=True,
                check=True,
                capture_output=True,
                timeout=PATIENCE,
            )
        finally:
            link.execute(drop)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _as_json(one: Any) -> dict[str, str]:  # noqa: ANN401 - a person of the town
    return {
        "family": one.family,
        "given": one.given,
        "sex": one.sex,
        "born": str(one.birth_date),
        "phone": one.phones[0].number,
    }
