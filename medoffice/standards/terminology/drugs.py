"""Names of drugs and vaccines to choose from by typing: FDA's NDC directory of April 2019, CDC's CDSi 4.64.

Seven years old: what is on no list of these is still a drug, so whoever types its name is taken at their word. There is
no code of a drug here, for an NDC number is a package's and RxNorm is the office's to load; CVX codes are CDC's.
"""

import lzma
import re
from functools import cache
from pathlib import Path

from medoffice.standards.terminology.types import Drug, Vaccine

_DATA = Path(__file__).resolve().parent / "data"
_WORD = re.compile(r"[a-z0-9]+")
_SHORTEST = 4  # letters of a name that is looked for inside other words


def drug_search(text: str, limit: int = 12) -> list[Drug]:
    """Drugs whose name has all the typed words, each from its beginning; the shortest names first."""
    typed = _words(text)
    if not typed or limit <= 0:
        return []
    found = [
        (not name.startswith(typed[0]), len(name), name, drug) for name, words, drug in _names() if _fit(typed, words)
    ]
    return [drug for *_, drug in sorted(found, key=lambda one: one[:3])[:limit]]


def drug_named(text: str) -> Drug | None:
    """The drug whose whole name stands at the beginning of a text (``Zestril 10 mg``), the longest such name; or none.

    The substances and classes are those of the directory; two products of one name have those of the first.
    """
    words = _words(text)
    known = _by_words()
    return next((known[key] for end in range(len(words), 0, -1) if (key := tuple(words[:end])) in known), None)


def vaccine_search(text: str, limit: int = 12) -> list[Vaccine]:
    """Vaccines by CVX code or by words of their name, each from its beginning."""
    typed = _words(text)
    if not typed or limit <= 0:
        return []
    fits = [one for one in _vaccines().values() if one.code == typed[0] or _fit(typed, _words(one.words))]
    return sorted(fits, key=lambda one: (one.code != typed[0], len(one.words), one.code))[:limit]


def vaccine(code: str) -> Vaccine | None:
    """The vaccine of a CVX code, or None if the edition at hand has none."""
    return _vaccines().get(code)


def _fit(typed: list[str], words: list[str]) -> bool:
    return all(any(word.startswith(one) for word in words) for one in typed)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())[:12]


@cache
def directory() -> list[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """Substances, classes and names of each product."""
    lines = lzma.decompress((_DATA / "drugs.tsv.xz").read_bytes()).decode().splitlines()
    rows = (line.split("\t") for line in lines)
    return [
        (tuple(what.split("; ")), tuple(filter(None, kinds.split("|"))), tuple(names.split("|")))
        for what, kinds, names in rows
    ]


@cache
def _names() -> list[tuple[str, list[str], Drug]]:
    """Every name in small letters, its words, and its drug; one of each name."""
    found: dict[str, Drug] = {}
    for substances, classes, names in directory():
        for name in names:
            found.setdefault(name.lower(), Drug(name, substances, classes))
        if len(substances) == 1:
            found.setdefault(substances[0], Drug(substances[0], substances, classes))
    return [(name, _words(name), drug) for name, drug in found.items()]


@cache
def _by_words() -> dict[tuple[str, ...], Drug]:
    known: dict[tuple[str, ...], Drug] = {}
    for name, words, drug in sorted(_names(), key=lambda one: (len(one[2].substances), one[0])):
        if len(name) >= _SHORTEST:
            known.setdefault(tuple(words), drug)
    return known


@cache
def _vaccines() -> dict[str, Vaccine]:
    lines = (_DATA / "vaccines.tsv").read_text(encoding="utf-8").splitlines()
    return {code: Vaccine(code, words) for code, words in (line.split("\t") for line in lines)}
