"""Red flags: the phrases of an emergency in what a caller says.

A phrase counts wherever it stands, also after "no": a banner too many is looked at and set aside with a word, one too
few is not.
"""

import re
from collections.abc import Iterable

from medoffice.front_office.calls.types import RedFlag
from medoffice.kernel.folding import fold

_QUOTES = re.compile("['\u2018\u2019]")
_APART = re.compile(r"[^a-z0-9]+")


def red_flags(text: str, flags: Iterable[RedFlag]) -> tuple[RedFlag, ...]:
    """Those whose phrases stand in the text, as whole words, whatever the case, blanks and quotation marks."""
    said = f" {plain(text)} "
    return tuple(
        flag for flag in flags if any(f" {plain(phrase)} " in said for phrase in flag.phrases if plain(phrase))
    )


def plain(text: str) -> str:
    """Lower case, marks and punctuation gone ("can't" is "cant", as many type it), one blank between words."""
    return _APART.sub(" ", fold(_QUOTES.sub("", text))).strip()
