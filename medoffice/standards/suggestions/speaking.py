"""How a note speaks of any words of it: in which part they stand, and whether they are stated, denied, supposed ..."""

from collections.abc import Iterable

from medoffice.standards.suggestions.assertion import standing
from medoffice.standards.suggestions.clauses import clauses
from medoffice.standards.suggestions.sections import sections
from medoffice.standards.suggestions.types import Part, Standing


def spoken_of(text: str, spans: Iterable[tuple[int, int]]) -> list[tuple[Part, Standing] | None]:
    """For each span, its part and how its clause speaks of it; None for what stands in no clause (a heading)."""
    cut = clauses(text, sections(text))
    out: list[tuple[Part, Standing] | None] = []
    for start, end in spans:
        clause = next((one for one in cut if one.tokens[0].start <= start < one.tokens[-1].end), None)
        out.append((clause.part, standing(text, clause, start, end)[0]) if clause else None)
    return out
