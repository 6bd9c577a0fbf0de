"""Finding the names of codes in clauses: the longest phrase first, in any order of words, sides and grades apart."""

from collections.abc import Iterator

from medoffice.standards.suggestions.dictionary import (
    MOST,
    absent_of,
    beginnings,
    headed,
    key,
    learned,
    phrases,
)
from medoffice.standards.suggestions.types import Clause, Token

# Words that say more of a condition and need not stand in its name.
SIDES = frozenset({"left", "right", "bilater"})
_SIDED = SIDES | {"ear", "eye", "side", "domin", "nondomin", "hand"}
GRADES = frozenset(
    {
        "acut", "chronic", "mild", "moder", "sever", "subacut", "recurr", "persist", "stabl", "control",
        "uncontrol", "activ", "recent", "known", "new", "ongo", "worsen", "improv", "symptomat", "intermitt",
        "signific", "primari", "old", "sudden", "progress", "long", "current", "mark", "slight", "great",
        "import", "associ", "larg", "small",
    }
)  # fmt: skip
# Words whose stem is that of an abbreviation, which they are not; and abbreviations that are words, but in capitals.
_NO_SHORT = frozenset({"ac", "ace", "al", "am", "ap", "oh", "om", "pac", "paced", "pacing", "pm", "pot", "ppd", "sir"})
_CAPITALS = frozenset({"aids", "cap", "caps", "crest", "dub", "gave", "honk", "mash", "odd", "pots", "prom"})


_GOES_ON = frozenset({"flare", "stable", "on", "with", "of", "controlled", "well", "both"})


def found(clause: Clause) -> Iterator[tuple[int, int, str, str, frozenset[str]]]:
    """First and last token, code, where the name is from, and the stems of each name in a clause; none overlap."""
    tokens = [token for token in clause.tokens if token.stem]
    known, starts = phrases(), beginnings()
    hits: list[tuple[tuple[int, int, int], int, int, str, str, frozenset[str]]] = []
    for first, token in enumerate(tokens):
        if token.stem not in starts or token.word.isdigit():
            continue
        for last in range(first, min(len(tokens), first + MOST + 2)):
            window = tokens[first : last + 1]
            if last > first and tokens[last].start - tokens[last - 1].end > 24:
                break
            for stems in _ways(window):
                hit = None if last == first and _is_plain(token) else known.get(key(stems))
                if hit and tokens[last].stem in stems and token.stem in stems and _absent_so(hit[0], window, stems):
                    hits.append(
                        ((-len(stems - _SIDED), last - first, first), first, last, hit[0], hit[1], frozenset(stems))
                    )
                    break
    hits += [
        ((-1, 0, place), place, place, code, "own", frozenset({tokens[place].stem}))
        for place, code in _short_problems(clause, tokens)
    ]
    taken: list[tuple[int, int]] = []
    for _, first, last, code, kind, own in sorted(hits, key=lambda hit: hit[0]):
        if all(last < begin or end < first for begin, end in taken):
            taken.append((first, last))
            while (
                first and tokens[first - 1].stem in SIDES | GRADES and tokens[first].start - tokens[first - 1].end < 3
            ):
                first -= 1  # noqa: PLW2901 - the side that stands before is part of the words
            yield tokens[first].start, tokens[last].end, code, kind, own


def _short_problems(clause: Clause, tokens: list[Token]) -> Iterator[tuple[int, str]]:
    """Place and code of abbreviations that are words or much else (``RA``, ``MS``) where they name a problem alone."""
    for place, token in enumerate(tokens):
        code = headed().get(token.word, "") if clause.heading and token.capitals else ""
        after = next((one for one in clause.tokens if one.start > token.start), None)
        alone = after is None or after.start - token.end > 1 or after.word in _GOES_ON
        before = tokens[place - 1].word if place else ""
        measured = before.isdigit() and int(before[:4]) >= 20  # of oxygen on room air
        if code and alone and not measured:
            yield place, code


def _is_plain(token: Token) -> bool:
    """Whether a word is not the abbreviation it looks like."""
    return token.word in _NO_SHORT or (token.word in _CAPITALS and not token.capitals)


def _absent_so(code: str, window: list[Token], stems: set[str]) -> bool:
    """Whether what a clause says is absent is what the name says is: ``with A, without B`` is no reverse."""
    if "without" not in stems:
        return True
    absent = absent_of(code)
    place = next(number for number, token in enumerate(window) if token.stem == "without")
    return not absent or (place + 1 < len(window) and window[place + 1].stem in absent)


def found_learned(clause: Clause) -> Iterator[tuple[int, int, str, float]]:
    """Words of a clause that case reports were coded by: first and last place, code, and how often of one it was so."""
    tokens, known = [token for token in clause.tokens if token.stem], learned()
    if not known:
        return
    for first in range(len(tokens)):
        for last in range(min(len(tokens), first + 3) - 1, first - 1, -1):
            hit = known.get(" ".join(token.stem for token in tokens[first : last + 1]))
            if hit:
                yield tokens[first].start, tokens[last].end, hit[0], hit[1]


def _ways(window: list[Token]) -> Iterator[set[str]]:
    """The stems of a window as they are, without sides, without sides and grades."""
    stems = {token.stem for token in window}
    yield stems
    if stems & SIDES and len(stems) > 1:
        yield stems - SIDES
    if stems & _SIDED != stems & SIDES and len(stems - _SIDED) > 0:
        yield stems - _SIDED
    if stems & GRADES and len(stems - SIDES - GRADES) > 0:
        yield stems - GRADES
        if stems & SIDES:
            yield stems - SIDES - GRADES
            yield stems - _SIDED - GRADES
