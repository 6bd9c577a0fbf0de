"""Who is registered twice: precision and recall over planted people (``bench/planted_people``), and what it takes.

The chances were learned from people planted by another seed. ``MEDOFFICE_PLANTED`` makes a smaller town for a look.
"""

import importlib.util
import os
import time
from collections.abc import Iterator

from bench.planted_people import plant, score
from bench.planted_people.identities import identities
from bench.rows import Row, at_least
from medoffice.records.patients.queries.likelihoods import likelihoods
from medoffice.records.patients.rules.duplicates import find_pairs

SEED, PEOPLE = 1, 100_000
PRECISION, RECALL = 0.99, 0.96


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
    if importlib.util.find_spec("splink") is None:
        yield Row("splink", "not installed", "")
