"""Words of a report that stand in no dictionary. Nothing is changed: a name or a new medicine stands in none either."""

import re
from collections.abc import Callable

from medoffice.standards.dictated.types import Flag, FlagKind

# Four letters or more and nothing else; what has a capital behind its first letter is a short form.
_WORD = re.compile(r"(?<![\w'\u2019])([A-Za-z][a-z]{3,})(?:['\u2019]s)?(?![\w'\u2019])")


def unlisted(report: str, known: Callable[[str], bool]) -> tuple[Flag, ...]:
    """Each such word once, where it stands first; ``known`` tells of a word whether it stands in one, or is a name."""
    found: dict[str, re.Match[str]] = {}
    for one in _WORD.finditer(report):
        found.setdefault(one[1].lower(), one)
    strange = [(one.start(), one.end(), one[1]) for word, one in found.items() if not known(word)]
    return tuple(Flag(FlagKind.UNLISTED, at, to, at, f"{word} is in no dictionary.") for at, to, word in strange)
