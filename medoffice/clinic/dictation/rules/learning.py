"""What is learned of how an author's words are heard: places where a draft had it otherwise than what was signed.

Only one meant word is learned for up to five heard ones that sound like it, never a figure and never another ending of
the same word; a place where much was written anew teaches nothing. Which words may be learned at all is asked of lists
of medicine, so a name or a turn of speech is none of them.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from medoffice.clinic.dictation.types.dictations import Word
from medoffice.clinic.dictation.types.learning import Beside, Correction, Hints, Learned
from medoffice.standards.dictated.hinting import hints_from, place_of

SHORTEST = 4  # letters of a word that is learned
LONGEST = 160  # letters that were heard in its place
_ANEW = 10  # heard words of a place; beyond it was written anew
_ENDINGS = frozenset({"s", "es", "d", "ed", "ing", "ly"})


def beside(draft: Sequence[str], signed: Sequence[str]) -> Beside:
    """Words as heard beside words as signed, with the fewest changes; letters' case and signs do not count."""
    one, other = _bare(draft), _bare(signed)
    codes = list(Levenshtein.opcodes(one, other))
    wrong = Levenshtein.distance(one, other)
    changed = []
    for same, run in groupby(codes, key=lambda code: code.tag == "equal"):
        places = list(run)
        if not same:
            first, last = places[0], places[-1]
            heard, meant = one[first.src_start : last.src_end], other[first.dest_start : last.dest_end]
            changed.append((tuple(heard), tuple(meant)))
    return Beside(len(other), wrong, tuple(changed))


def _bare(words: Iterable[str]) -> list[str]:
    bare = ("".join(letter for letter in word.lower() if letter.isalnum()) for word in words)
    return [word for word in bare if word]


def corrections(found: Beside, is_term: Callable[[str], bool]) -> tuple[Correction, ...]:
    """What the places teach, each once, in their order; ``is_term``: whether a word is one of medicine."""
    taught: dict[Correction, None] = {}
    for heard, meant in found.changed:
        if len(heard) > _ANEW:
            continue
        said, at = [Word(0, word) for word in heard], 0
        for term in meant:
            if len(term) < SHORTEST or not (term.isascii() and term.isalpha()):
                continue
            place = place_of(term, said, at)
            under = heard[slice(*place)] if place else ()
            one = Correction(" ".join(under), term)
            if place and not _another_ending(term, under) and len(one.heard) <= LONGEST and is_term(term):
                taught[one] = None
                at = place[1]
    return tuple(taught)


def _another_ending(term: str, heard: Sequence[str]) -> bool:
    short, long = sorted((term, heard[0]), key=len)
    return len(heard) == 1 and long.startswith(short) and long[len(short) :] in _ENDINGS


def hints_of(chart: Sequence[str], known: Sequence[Learned]) -> Hints:
    """What a recogniser is told: the chart's terms, then as many of the author's newest as there is room for."""
    own = hints_from(chart)
    there = set(" ".join(own).lower().split())
    terms = hints_from([*own, *(one.meant for one in known if not one.out and one.meant not in there)])
    return Hints(terms, terms[len(own) :])
