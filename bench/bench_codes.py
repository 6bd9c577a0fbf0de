"""How well and how fast diagnosis codes are found by words.

Usage: ``python -m bench.bench_codes [--misses] [--date D]``. The queries and the codes a coder would take stand beside
the room's tests, in six parts, all written by the makers of the search, so they flatter it: a guard against getting
worse, not a measure against others. ``dev`` was used while tuning; ``held`` was written before the lexicon by the same
hand. ``blind`` was written after both: first run R@1 .657, R@10 .757, MRR .699 (it showed that the index had no word
counts; repaired: .771, .929, .829). ``last`` was written after that, harder: first run R@1 .600, R@10 .840, MRR .684,
which is the honest figure. All were used for tuning after their first run. ``tune`` and ``gate`` were locked
before the twelve thousand names of ``terms.tsv``, by the same hand: first run of ``gate`` R@1 .956, R@10 .987, MRR .97,
which tells that nothing broke, not how a stranger's words fare. A code ending in ``*`` stands for all that
begin with it.
"""

import argparse
import json
import statistics
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bench.rows import Row, at_most
from medoffice.standards.terminology.api import icd10_search

QUERIES = Path(__file__).resolve().parent.parent / "medoffice" / "standards" / "terminology" / "tests" / "queries.tsv"
DAY = date(2026, 11, 24)


def rows() -> Iterator[Row]:
    """Of each part, how often the wanted code is the first, and how long a query takes (the cap is to feel quick)."""
    for part, _, ranks, spent in _measured(DAY):
        told = _summary(part, ranks, spent)
        yield Row(f"code found first, {part} ({told['queries']} queries)", told["r1"], "of 1")
        yield Row(f"code among the first ten, {part}", told["r10"], "of 1")
        yield at_most(f"time of a query, 95 of 100, {part}", float(told["ms_p95"]), "CPU ms", 50)


def main() -> None:
    """Print one JSON line per part, and the misses if asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--date", type=date.fromisoformat, default=DAY)
    arguments = parser.parse_args()
    for part, misses, ranks, spent in _measured(arguments.date):
        if arguments.misses:
            print("\n".join(misses))
        print(json.dumps(_summary(part, ranks, spent)))


def _measured(on: date) -> Iterator[tuple[str, list[str], list[int], list[float]]]:
    """Each part: its misses in words, the rank of each query's wanted code, the milliseconds each took."""
    rows = [line.split("\t") for line in QUERIES.read_text(encoding="utf-8").splitlines()]
    icd10_search("warm up", on, 10)
    for part in ("dev", "held", "blind", "last", "tune", "gate"):
        misses, ranks, spent = [], [], []
        for text, wanted in [(text, wanted.split()) for name, text, wanted in rows if name == part]:
            began = time.process_time()
            hits = icd10_search(text, on, 10)
            spent.append((time.process_time() - began) * 1000)
            ranks.append(_rank([hit.code for hit in hits], wanted))
            if ranks[-1] != 1:
                first = [hit.code for hit in hits[:4]]
                misses.append(f"  {text}: wanted {wanted}, at {ranks[-1]}, first {first}")
        yield part, misses, ranks, spent


def _rank(found: list[str], wanted: list[str]) -> int:
    """The place of the first wanted code, from 1; 0 if it is not there."""
    for place, code in enumerate(found, 1):
        if any(code.startswith(want[:-1]) if want.endswith("*") else code == want for want in wanted):
            return place
    return 0


def _summary(part: str, ranks: list[int], spent: list[float]) -> dict[str, float | str]:
    count = len(ranks)
    return {
        "part": part,
        "queries": count,
        "r1": round(sum(rank == 1 for rank in ranks) / count, 3),
        "r5": round(sum(0 < rank <= 5 for rank in ranks) / count, 3),
        "r10": round(sum(rank > 0 for rank in ranks) / count, 3),
        "mrr": round(sum(1 / rank for rank in ranks if rank) / count, 3),
        "ms_median": round(statistics.median(spent), 1),
        "ms_p95": round(statistics.quantiles(spent, n=20)[-1], 1),
    }


if __name__ == "__main__":
    main()
