"""NCCI pairs and most units over many claims: the product's own path beside a plain SQL join and a loop over pairs.

Usage: ``python -m bench edits``. 2.5 million made-up pairs among 9,000 made-up codes are taken in through the
product's action; 10,000 claims of four lines use 400 codes, the common ones more, as an office does. The peers ask the
same tables on the same server: one SQL statement a claim that joins its lines with the lists, as a program does that
looks at each claim; one statement over all the claims at once, for context; a loop that asks for each pair of lines by
itself. Ours keeps in the process what a release says of the codes it was asked of. It is measured in two ways, as many
claims are looked at (the lists are asked of all their codes at once) and as the desk does (afresh at every claim), both
from an empty process; it says what it finds in words, and must find the same. ``MEDOFFICE_BENCH_PAIRS`` and
``MEDOFFICE_BENCH_CLAIMS`` make it smaller.
"""

import os
import random
import resource
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from bench.rows import Row, at_least, at_most, data_folder

if TYPE_CHECKING:
    from uuid import UUID

    from medoffice.standards.code_lists.types import PairRow, UnitsRow

CLAIMS = int(os.environ.get("MEDOFFICE_BENCH_CLAIMS", "10000"))
PAIRS = int(os.environ.get("MEDOFFICE_BENCH_PAIRS", "2500000"))
CODES, USED, LOOPED = 9_000, 400, min(500, CLAIMS)
DAY = date(2026, 11, 24)
JOIN = """
    WITH line AS (
        SELECT * FROM unnest(%(claims)s::int[], %(codes)s::text[], %(units)s::int[]) AS t (claim, code, units)
    )
    SELECT a.claim, p.first, p.second FROM line a JOIN line b ON b.claim = a.claim AND b.code <> a.code
    JOIN code_list_pair p ON p.release_id = %(pairs)s AND p.first = a.code AND p.second = b.code AND p.mark <> 9
    AND p.valid_from <= %(day)s AND (p.valid_to IS NULL OR p.valid_to >= %(day)s)
    UNION ALL
    SELECT line.claim, line.code, '' FROM line JOIN code_list_units u
    ON u.release_id = %(most)s AND u.code = line.code WHERE line.units > u.most
"""
ONE = """
    SELECT 1 FROM code_list_pair p WHERE p.release_id = %(pairs)s AND p.first = %(first)s AND p.second = %(second)s
    AND p.mark <> 9 AND p.valid_from <= %(day)s AND (p.valid_to IS NULL OR p.valid_to >= %(day)s)
"""
MOST = "SELECT most FROM code_list_units WHERE release_id = %(most)s AND code = %(code)s"
Hit = tuple[int, str, str]
T = TypeVar("T")


class Claim(NamedTuple):
    """A claim's lines: code and units."""

    number: int
    lines: tuple[tuple[str, int], ...]


def rows() -> Iterator[Row]:
    """What taking the lists in costs; then ours and the peers over the same claims, wall and CPU, and the memory."""
    with data_folder() as folder:
        os.environ["MEDOFFICE_DATA"] = str(folder)
        from medoffice.config.server import database

        with database(own=True):
            from django.db import connection

            from medoffice.kernel.worlds import catalog, current

            catalog.create("bench", "test")
            with current.use("bench"):
                began, names = time.perf_counter(), [f"Z{number:04d}" for number in range(CODES)]
                asked = {"pairs": _taken("ptp", _pairs(names)), "most": _taken("mue", _units(names)), "day": DAY}
                yield Row("pairs taken in", PAIRS, "rows")
                yield Row("taking them in", round(time.perf_counter() - began, 1), "s")
                with connection.cursor() as cursor:
                    cursor.execute("ANALYZE")
                yield from _compared(_claims(names), asked)


def _taken(kind: str, made: "Iterator[PairRow] | Iterator[UnitsRow]") -> "UUID":
    from medoffice.revenue.code_lists.api import take_list
    from medoffice.revenue.code_lists.types import Period
    from medoffice.security.types import PROGRAM
    from medoffice.standards.code_lists.types import ListKind

    period = Period("made up", date(2026, 10, 1), date(2026, 12, 31))
    given = {"period": period, "source": "made-up.txt", "digest": kind, "rows": made}
    return take_list(actor=PROGRAM, kind=ListKind(kind), **given).release.id


def _pairs(names: list[str]) -> "Iterator[PairRow]":
    """Of each code about as many, in the order of the files; of ten one ended and one does not apply."""
    from medoffice.standards.code_lists.types import PairMark, PairRow

    chance, began, ended = random.Random(1), date(2020, 1, 1), date(2025, 12, 31)
    left = PAIRS
    for place, first in enumerate(names):
        count = left // (len(names) - place)
        left -= count
        for second in sorted(chance.sample(names, count + 1)):
            if second == first or not count:
                continue
            count -= 1
            mark = chance.choice((PairMark.NEVER, *[PairMark.WITH_MODIFIER] * 8, PairMark.NOT_APPLICABLE))
            yield PairRow(
                first, second, began, ended if chance.random() < 0.1 else None, mark, "Misuse of one for both"
            )


def _units(names: list[str]) -> "Iterator[UnitsRow]":
    from medoffice.standards.code_lists.types import UnitsMark, UnitsRow

    yield from (UnitsRow(code, 1 + int(code[1:]) % 4, UnitsMark.LINE, "made up") for code in names)


def _claims(names: list[str]) -> list[Claim]:
    chance = random.Random(2)
    used = chance.sample(names, USED)
    weights = [1 / (place + 3) for place in range(USED)]
    claims = []
    for number in range(CLAIMS):
        codes = dict.fromkeys(chance.choices(used, weights, k=4))
        while len(codes) < 4:
            codes |= dict.fromkeys(chance.choices(used, weights))
        claims.append(Claim(number, tuple((code, chance.choice((1, 1, 1, 2))) for code in codes)))
    return claims


def _compared(claims: list[Claim], asked: dict[str, object]) -> Iterator[Row]:
    from medoffice.revenue.code_lists.queries.kept import KEPT

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    ours, first, cpu = _timed(lambda: _ours(claims))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    KEPT.clear()
    alone, each, each_cpu = _timed(lambda: {hit for one in claims for hit in _ours([one])})
    joined, join, join_cpu = _timed(lambda: {hit for one in claims for hit in _joined([one], asked)})
    whole, at_once, _ = _timed(lambda: set(_joined(claims, asked)))
    looped, loop, _ = _timed(lambda: _looped(claims[:LOOPED], asked))
    loop *= CLAIMS / LOOPED
    yield Row("pairs and units found", len(ours), "findings")
    yield at_most(
        "ours beside the joins, and one at a time", sum(len(ours ^ one) for one in (alone, joined, whole)), "apart", 0
    )
    yield at_most("ours beside the loop", len({hit for hit in ours if hit[0] < LOOPED} ^ looped), "apart", 0)
    yield Row("ours", round(first, 2), "s")
    yield Row("ours, this process", round(cpu, 2), "CPU s")
    yield Row("ours, afresh at every claim", round(each, 2), "s")
    yield Row("ours, afresh at every claim, this process", round(each_cpu, 2), "CPU s")
    yield Row("a join a claim", round(join, 2), "s")
    yield Row("a join a claim, this process", round(join_cpu, 2), "CPU s")
    yield Row("one join over all the claims", round(at_once, 2), "s")
    yield Row(f"a question a pair (worked out from {LOOPED} claims)", round(loop, 1), "s")
    yield at_least("ours, to a join a claim (wall)", round(join / first, 2), "times faster", 3)
    yield at_least("ours, to a question a pair (wall)", round(loop / first, 1), "times faster", 20)
    yield at_least("ours, afresh at every claim, to a join a claim (wall)", round(join / each, 2), "times faster", 3)
    yield at_least(
        "ours, afresh at every claim, to a question a pair (wall)", round(loop / each, 1), "times faster", 20
    )
    yield Row("ours, to one join over all the claims (wall)", round(at_once / first, 2), "times faster")
    yield Row("memory that ours took", round(grown, 1), "MB")


def _timed(run: Callable[[], T]) -> tuple[T, float, float]:
    began, cpu = time.perf_counter(), time.process_time()
    found = run()
    return found, time.perf_counter() - began, time.process_time() - cpu


def _ours(claims: list[Claim]) -> set[Hit]:
    """The lists are asked of all the codes at once, then each claim is looked at, one after another."""
    from medoffice.revenue.code_lists.api import known_of
    from medoffice.revenue.coding.rules.edits import edits
    from medoffice.revenue.coding.rules.visited import Line, PayerKind, Visited

    hits = set[Hit]()
    known = known_of({code for claim in claims for code, _ in claim.lines}, DAY, medicaid=False)
    for claim in claims:
        lines = tuple(Line(place, code, "", (), units) for place, (code, units) in enumerate(claim.lines, 1))
        for one in edits(Visited(DAY, PayerKind.MEDICARE, (), lines, known)):
            words = one.words.split()
            if one.code.startswith("ncci"):
                hits.add((claim.number, words[words.index("beside") + 1], words[0]))
            elif one.code == "units-many":
                hits.add((claim.number, words[3].rstrip(";"), ""))
    return hits


def _joined(claims: list[Claim], asked: dict[str, object]) -> list[Hit]:
    from django.db import connection

    every = [(claim.number, code, units) for claim in claims for code, units in claim.lines]
    given = dict(zip(("claims", "codes", "units"), map(list, zip(*every, strict=True)), strict=True))
    with connection.cursor() as cursor:
        cursor.execute(JOIN, {**asked, **given})
        return cursor.fetchall()


def _looped(claims: list[Claim], asked: dict[str, object]) -> set[Hit]:
    from django.db import connection

    hits = set[Hit]()
    with connection.cursor() as cursor:
        for claim in claims:
            for first, second in permutations([code for code, _ in claim.lines], 2):
                cursor.execute(ONE, {**asked, "first": first, "second": second})
                if cursor.fetchone():
                    hits.add((claim.number, first, second))
            for code, units in claim.lines:
                cursor.execute(MOST, {**asked, "code": code})
                if (most := cursor.fetchone()) and units > most[0]:
                    hits.add((claim.number, code, ""))
    return hits
