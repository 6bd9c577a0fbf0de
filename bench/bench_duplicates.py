"""Who is registered twice: precision and recall over planted people (``bench/planted_people``), and what it takes.

The chances were learned from people planted by another seed. ``MEDOFFICE_PLANTED`` makes a smaller town for a look.
"""

import json
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.planted_people import Planted, Score, plant, score
from bench.planted_people.identities import identities
from bench.rows import Row, at_least
from medoffice.records.patients.queries.likelihoods import likelihoods
from medoffice.records.patients.rules.duplicates import find_pairs
from medoffice.records.patients.types.likeness import Identity

SEED, PEOPLE = 1, 100_000
PRECISION, RECALL = 0.99, 0.96
PEER, SCRIPT = "MEDOFFICE_BENCH_SPLINK", Path(__file__).resolve().parent / "peers" / "splinked.py"
THRESHOLDS = (0.01, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999, 0.99999, 0.999999)


def rows() -> Iterator[Row]:
    """The score at the threshold that is shipped; the peer by the same records, where it is installed."""
    people = int(os.environ.get("MEDOFFICE_PLANTED", PEOPLE))
    planted = plant(SEED, people, people // 20)
    known = identities(planted)
    began = time.process_time()
    said = [(pair.one.int, pair.other.int) for pair in find_pairs(known, likelihoods())]
    took = time.process_time() - began
    found = score(said, planted)
    yield Row("records", len(known), "records")
    yield Row("pairs of one person", found.planted, "pairs")
    yield at_least("precision", round(found.precision, 4), "share", PRECISION)
    yield at_least("recall", round(found.recall, 4), "share", RECALL)
    for why, times in found.wrong_by_kind.items():
        yield Row(f"wrong: {why}", times, "pairs")
    yield Row("the whole register compared", round(took, 1), "CPU s")
    yield from _peer(known, planted)


def _peer(known: Sequence[Identity], planted: Planted) -> Iterator[Row]:
    """Splink by its best threshold, chosen with the truth at hand: the most found of those precise enough, if any."""
    python = os.environ.get(PEER, "")
    if not Path(python).is_file():
        yield Row("splink", "not installed", f"{PEER} names its Python")
        return
    told = subprocess.run(
        [python, SCRIPT], input=json.dumps([_plain(one) for one in known]), capture_output=True, text=True, check=True
    )
    theirs = json.loads(told.stdout)
    scores = [
        score(((one, other) for one, other, likely in theirs["pairs"] if likely >= least), planted)
        for least in THRESHOLDS
    ]
    precise = [one for one in scores if one.precision >= PRECISION]
    best = max(precise, key=lambda one: one.recall) if precise else max(scores, key=_both)
    yield Row("splink: precision", round(best.precision, 4), "share")
    yield Row("splink: recall", round(best.recall, 4), "share")
    yield Row("splink: learned and compared", round(theirs["seconds"], 1), "CPU s")


def _both(one: Score) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * one.precision * one.recall / (one.precision + one.recall)


def _plain(one: Identity) -> dict[str, str | int | None]:
    """A record as the peer takes it, what is blank as nothing."""
    told = {
        "given": " ".join(one.given),
        "family": " ".join(one.family),
        "born": one.born.isoformat() if one.born else "",
        "sex": one.sex,
        "phone": one.phone,
        "email": one.email,
        "house": one.house,
        "street": one.street,
        "zip": one.zip,
        "member": next(iter(sorted(one.members)), ""),
    }
    return {"unique_id": one.id.int} | {name: value or None for name, value in told.items()}
