"""Folding names so that people find each other: ``Nguyễn Thị Hoa`` by ``nguyen``, ``O'Brien-Łuczak`` by ``luczak``."""

import re
from functools import lru_cache

from medoffice.kernel.folding import fold

_HEARD = tuple(
    (re.compile(spelling), letter)
    for spelling, letter in (
        ("^(?:kn|gn)", "n"),
        ("^wr", "r"),
        ("^pf", "f"),
        ("ph", "f"),
        ("mp(?=[st])", "m"),
        ("gh", ""),
        ("ch(?=[bcdfgklmnpqrst])", "k"),
        ("tch|sch|sh|cz|ch|sz|rz", "s"),
        ("c(?=[eiy])|[zx]", "s"),
        ("ck|c|q", "k"),
        ("^g(?=[eiy])|j", "y"),
        ("^[bw]", "v"),
        ("^h?[aeiou]", "a"),
    )
)
_WORD = re.compile(r"[^\W_]+", re.UNICODE)


def tokens(*names: str) -> list[str]:
    """The distinct folded words of names, and each compound joined: ``O'Brien`` -> ``o``, ``brien``, ``obrien``;
    ``Van der Berg`` -> its words and ``vanderberg``.
    """
    found: dict[str, None] = {}
    for name in names:
        folded = fold(name)
        for part in [*folded.split(), folded]:
            words = _WORD.findall(part)
            found.update(dict.fromkeys([*words, "".join(words)]))
    found.pop("", None)
    return list(found)


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """A folded word as it is heard, roughly: ``nguyen``, ``ngyuen`` -> ``~ngn``; ``wright``, ``right`` -> ``~rt``.

    Spellings of one sound become one letter, then vowels, h, v and w go, and doubled letters. The mark keeps these
    apart from words people type.
    """
    heard = word
    for spelling, letter in _HEARD:
        heard = spelling.sub(letter, heard)
    kept = [letter for place, letter in enumerate(heard) if place == 0 or letter not in "aeiouyhvw"]
    return "~" + "".join(letter for place, letter in enumerate(kept) if place == 0 or kept[place - 1] != letter)


def letters(word: str) -> str:
    """The letters of a folded word in order: ``javris`` and ``jarvis`` -> ``aijrsv``."""
    return "".join(sorted(word))


def unspaced(family: str, given: str) -> list[str]:
    """Names of scripts without capital letters stand unspaced: ``王`` ``小明`` -> ``王小明``; else none."""
    whole = fold(family + given)
    return [whole] if family and given and whole.isalpha() and whole.upper() == whole.lower() else []
