"""How well and how fast codes are suggested from notes.

Usage: ``python -m bench suggestions``. Our own notes stand beside the rules' tests, written and locked by the same hand
before the rules: they flatter, and so do the sentences that deny (``tests/denied.py``).
Of CodiEsp (CC BY 4.0, case reports, machine-translated) part ``dev``, which nothing was
learned from, is measured where ``MEDOFFICE_CODIESP`` names its unpacked folder.
"""

import os
import statistics
import time
from collections.abc import Iterable, Iterator
from datetime import date

from bench.rows import Row, at_least, at_most
from medoffice.standards.suggestions.api import suggest
from medoffice.standards.suggestions.tests.denied import FRAMES, FRESH, FRESHER, STATED, said
from medoffice.standards.suggestions.tests.makers import (
    HELD,
    LEARNED,
    apart,
    calibration_error,
    measured,
    planted,
    shares,
)
from tools.learn_codes import reports

DAY = date(2026, 11, 24)
Note = tuple[str, set[str]]
# The first problem of each sentence's note, and what says that a relative has something.
_NOT_COUNTED = ("I10", "Z80", "Z81", "Z82", "Z83", "Z84")


def rows() -> Iterator[Row]:
    """Of each set: micro-F1 of full codes and of three characters, recall in the first ten, time of a note."""
    suggest("pain", DAY)
    notes = list(planted())
    for held, name in ((False, "our notes, odd"), (True, "our notes, even (held)")):
        yield from _measured(name, [(one.text, _bare(one.gold)) for one in notes if one.held is held])
    for file, name in ((LEARNED, "written apart, learned from"), (HELD, "written apart, held")):
        yield from _apart(name, file)
    yield from _denied()
    folder = os.environ.get("MEDOFFICE_CODIESP")
    if folder:
        yield from _measured("case reports, CodiEsp dev", list(reports(folder, "dev")))


def _apart(name: str, file: str) -> Iterator[Row]:
    """Of notes that somebody wrote and coded who had not seen the rules, against the goals for notes of others."""
    found, many = measured(file), sum(1 for _ in apart(file))
    yield at_least(f"micro-F1 of full codes, {name} ({many})", round(found.full, 3), "of 1", 0.55)
    yield at_least(f"micro-F1 of three characters, {name}", round(found.three, 3), "of 1", 0.66)
    yield at_least(f"recall in the first ten, {name}", round(found.ten, 3), "of 1", 0.72)
    yield at_most(f"denied, supposed, past or another's, and offered, {name}", round(100 * found.denied, 2), "%", 1)


def _denied() -> Iterator[Row]:
    """How often a code is offered for what is denied or another person's, and for what is stated in the same place."""
    for name, frames in (("denied or another's", (*FRAMES, *FRESH, *FRESHER)), ("stated in the same place", STATED)):
        told = list(said(frames))
        hits = sum(any(not one.code.startswith(_NOT_COUNTED) for one in suggest(text, DAY).offered) for text, _ in told)
        share = round(100 * hits / len(told), 2)
        row = f"a code is offered, {name} ({len(told)} sentences)"
        yield at_most(row, share, "%", 1) if frames is not STATED else Row(row, share, "%")


def _measured(name: str, notes: list[Note]) -> Iterator[Row]:
    spent, ten, folded, count = [], 0, 0, [[0, 0, 0], [0, 0, 0]]
    scored: list[tuple[float, bool]] = []
    for text, gold in notes:
        began = time.process_time()
        made = suggest(text, DAY)
        spent.append((time.process_time() - began) * 1000)
        got = [one.code.replace(".", "") for one in made.offered]
        ten += len(set(got[:10]) & gold)
        scored += [(one.score, one.code.replace(".", "") in gold) for one in (*made.offered, *made.more)]
        every = [*got, *(one.code.replace(".", "") for one in made.more)]
        folded += len(set(every[:10]) & gold)
        for place, size in enumerate((9, 3)):
            said, wanted = {code[:size] for code in got}, {code[:size] for code in gold}
            for which, some in enumerate((said & wanted, said - wanted, wanted - said)):
                count[place][which] += len(some)
    yield Row(f"micro-F1 of full codes, {name} ({len(notes)})", _f1(count[0]), "of 1")
    yield Row(f"micro-F1 of three characters, {name}", _f1(count[1]), "of 1")
    codes = sum(len(gold) for _, gold in notes)
    yield Row(f"recall in the first ten, {name}", round(ten / codes, 3), "of 1")
    yield Row(f"the same with the less sure ones, {name}", round(folded / codes, 3), "of 1")
    yield at_most(f"what scores say, off what was coded, {name}", round(calibration_error(scored), 3), "of 1", 0.1)
    for words, share in sorted(shares(scored).items()):
        yield Row(f"coded where we say “{words}”, {name}", round(share, 2), "of 1")
    best = sum(min(10, len(gold)) for _, gold in notes)
    yield Row(f"the most that ten codes can reach, {name}", round(best / codes, 3), "of 1")
    yield at_most(f"time of a note, 95 of 100, {name}", round(statistics.quantiles(spent, n=20)[-1], 1), "CPU ms", 60)


def _f1(count: list[int]) -> float:
    right, wrong, missed = count
    return round(2 * right / max(1, 2 * right + wrong + missed), 3)


def _bare(codes: Iterable[str]) -> set[str]:
    return {code.replace(".", "") for code in codes}
