"""Which of the sections that a report of its kind mostly has are not there."""

import re
from collections.abc import Iterable, Sequence

_HEADING = re.compile(r"^([A-Za-z][\w ,&'/-]*):", re.MULTILINE)


def lacking(text: str, usual: Iterable[Sequence[str]]) -> list[str]:
    """The sections that are not there, by the first of the names each may have; none of a text that is empty."""
    if not text.strip():
        return []
    there = {heading[1].strip().casefold() for heading in _HEADING.finditer(text)}
    return [names[0] for names in usual if there.isdisjoint(names)]
