"""Words of medicine found by how they begin, else by how they sound, for whoever types what was said."""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from medoffice.standards.dictated.hinting import ALIKE, alike
from medoffice.standards.terminology.listed import SUBSTANCE, listed

MOST = 8
_SHORTEST, _LONGEST = 2, 40  # letters that are looked for
_LETTERS = re.compile(r"[a-z0-9]+")
_SILENT = re.compile(r"^(?:p(?=[nst])|[kg](?=n)|w(?=r))")


@dataclass(frozen=True, slots=True)
class Term:
    """A name or a word, and what it is in words: the substances of a medicine, ``a substance``, ``of a disease``."""

    words: str
    says: str


def terms_like(typed: str, most: int = MOST) -> list[Term]:
    """What begins with what was typed, substances and the shortest first; then what sounds like it, the likest first.

    Case and blanks do not count. Of less than two letters nothing is found, of a longer text its first forty count.
    """
    sought = _bare(typed)[:_LONGEST]
    if len(sought) < _SHORTEST:
        return []
    begin = [(term.says != SUBSTANCE, len(bare), bare, term) for bare, _, term in _known() if bare.startswith(sought)]
    found = [term for *_, term in sorted(begin, key=lambda one: one[:3])[:most]]
    if len(found) < most:
        spoken = _spoken(sought)
        sound = [
            (-likeness, bare, term)
            for bare, other, term in _known()
            if other[:1] == spoken[:1]
            and not bare.startswith(sought)
            and abs(len(other) - len(spoken)) <= len(spoken) // 2
            and (likeness := alike(spoken, other)) >= ALIKE
        ]
        found += [term for *_, term in sorted(sound, key=lambda one: one[:2])[: most - len(found)]]
    return found


@cache
def _known() -> tuple[tuple[str, str, Term], ...]:
    """Each term with its letters alone and as they are spoken; not what the directory has misspelled."""
    rows = ((_bare(words), Term(words, says)) for words, says in listed())
    return tuple((bare, _spoken(bare), term) for bare, term in rows if bare and not _slip(bare, term.says))


def _slip(bare: str, says: str) -> bool:
    """Whether a name is its only substance, misspelled."""
    return bare != (right := _bare(says)) and OSA.distance(bare, right, score_cutoff=2) <= 2


def _spoken(bare: str) -> str:
    """Without a first letter that nobody speaks (``pneumonia``), and with ``f`` for ``ph``, ``k`` for ``c``."""
    return _SILENT.sub("", bare).replace("ph", "f").replace("c", "k")


def _bare(text: str) -> str:
    return "".join(_LETTERS.findall(text.lower()))
