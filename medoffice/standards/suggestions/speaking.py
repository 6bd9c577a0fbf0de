"""How a note speaks of any words of it: in which part they stand, and whether they are stated, denied, supposed ..."""

from bisect import bisect_right
from collections.abc import Callable

from medoffice.standards.suggestions.assertion import standing
from medoffice.standards.suggestions.clauses import clauses
from medoffice.standards.suggestions.sections import sections
from medoffice.standards.suggestions.types import Part, Standing


def speaking(text: str) -> Callable[[int, int], tuple[Part, Standing] | None]:
    """Who tells, of the words from start to end, their part and how their clause speaks of them.

    None for what stands in no clause (a heading). The note is cut once, however many words are asked about.
    """
    cut = clauses(text, sections(text))
    starts = [one.tokens[0].start for one in cut]

    def spoken(start: int, end: int) -> tuple[Part, Standing] | None:
        at = bisect_right(starts, start) - 1
        if at < 0 or start >= cut[at].tokens[-1].end:
            return None
        return cut[at].part, standing(text, cut[at], start, end)[0]

    return spoken
