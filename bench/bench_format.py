"""The dictation formatter: words a second, growth with the length of a text, and its errors on sentences held back."""

import time
from collections.abc import Iterator

from bench.rows import Row, at_least, at_most
from medoffice.standards.dictated.formatting import format_report
from medoffice.standards.dictated.tests.scoring import HELD, score

SPOKEN = " period new paragraph ".join(spoken for spoken, _, _ in HELD)


def rows() -> Iterator[Row]:
    """Speed and growth, then the share of wrong tokens and of sentences whose figures are all exact."""
    small, large = _seconds(SPOKEN * 10), _seconds(SPOKEN * 100)
    yield at_least("format: words a CPU second", round(len((SPOKEN * 10).split()) / small), "words", 10_000)
    yield at_most("format: time of a text ten times as long", round(large / small, 1), "times", 20)
    found = score(HELD)
    yield at_most("format: wrong tokens, held sentences", round(100 * found.token_error, 2), "percent", 2)
    yield at_least("format: sentences with exact figures", round(100 * found.figures_exact, 2), "percent", 98)


def _seconds(text: str) -> float:
    start = time.process_time()
    format_report(text)
    return time.process_time() - start
