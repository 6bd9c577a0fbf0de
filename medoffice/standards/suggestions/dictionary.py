"""The words of the tabular list and our own names of codes, by stems, as the matcher reads them."""

from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path

from medoffice.standards.terminology.expand import SMALL, words_of
from medoffice.standards.terminology.store import connection

_DATA = Path(__file__).resolve().parent / "data"
LEARNED = _DATA / "learned.tsv"
_ORDER = {"own": 0, "title": 1, "term": 2}
MOST = 7  # stems of a phrase that is looked for
_AUXILIARY = frozenset({"does"})  # its stem would be an abbreviation of dyspnea on exertion
_HEADED = {
    "ra": "rheumatoid arthritis",
    "uc": "ulcerative colitis",
    "pe": "pulmonary embolism",
    "ms": "multiple sclerosis",
    "oa": "osteoarthritis",
    "ha": "headache",
    "cts": "carpal tunnel syndrome",
}
# What names a code in a search but says too little in a note: stems, ``_`` between those of one name.
_TOO_LITTLE = _DATA / "too_little.txt"


@cache
def spelling() -> dict[str, str]:
    """The stem of every word that stands in a phrase."""
    return {row[0]: row[1] for row in connection().execute("SELECT word, stem FROM spelling")}


@cache
def phrases() -> dict[str, tuple[str, str]]:
    """What a code or heading may be called, by its sorted stems: the code (bare), and from where the words are.

    Where several are called the same, our own names come before titles, titles before inclusion terms, and a heading
    before what is below it. Sections are out: nobody writes them.
    """
    best: dict[str, tuple[tuple[int, int, str], str, str]] = {}
    for stems, node, kind in connection().execute("SELECT stems, node, kind FROM phrase"):
        if stems.count(" ") >= MOST + 3 or (kind != "own" and (node[0] in "OPVWXY" or node[0] == "T")):
            continue
        place = (_ORDER[kind], len(node), node)
        if stems not in best or place < best[stems][0]:
            best[stems] = (place, node, kind)
    found = {stems: (node, kind) for stems, (_, node, kind) in best.items()}
    for stem in _TOO_LITTLE.read_text(encoding="utf-8").split():
        found.pop(stem.replace("_", " "), None)
    return found


@cache
def beginnings() -> frozenset[str]:
    """Every stem of a phrase: what is none of them need not be looked for."""
    return frozenset(stem for stems in phrases() for stem in stems.split())


@cache
def learned() -> dict[str, tuple[str, float]]:
    """What words of case reports were coded as: by sorted stems the code (bare) and how often of one it was so."""
    if not LEARNED.exists():
        return {}
    rows = (line.split("\t") for line in LEARNED.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {stems: (code, float(share)) for stems, code, share in rows}


@cache
def headed() -> dict[str, str]:
    """The codes of abbreviations that mean so where a problem is named in capitals, and elsewhere much else."""
    names = ((short, key(map(stem_of, words_of(words)))) for short, words in _HEADED.items())
    return {short: phrases()[stems][0] for short, stems in names if stems in phrases()}


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """The stem of a word in small letters; of one nobody wrote before, the nearest without its ending; "" if small."""
    if word in SMALL or word in _AUXILIARY:
        return ""
    known = spelling()
    if word in known:
        return known[word]
    for ending, instead in (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("al", ""),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            short = word[: -len(ending)] + instead
            if short in known:
                return known[short]
    return word


@lru_cache(maxsize=5_000)
def absent_of(code: str) -> frozenset[str]:
    """The stems of what the title of a code says is absent."""
    row = connection().execute("SELECT title FROM node WHERE id = ?", [code]).fetchone()
    absent = row[0].lower().partition("without ")[2].partition(" with ")[0] if row else ""
    return frozenset(filter(None, (stem_of(word) for word in words_of(absent))))


def key(stems: Iterable[str]) -> str:
    """What phrases of the same stems have in common, in whatever order."""
    return " ".join(sorted(set(stems)))
