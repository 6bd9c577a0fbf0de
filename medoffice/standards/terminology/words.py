"""Whether a word stands in any dictionary here: of English (pyspellchecker), of titles of codes, of medicines, of ours.

A word that stands in none may be right; one that does may be another word than was said.
"""

import re
from functools import cache
from importlib.resources import files

from spellchecker import SpellChecker

from medoffice.standards.terminology.listed import listed
from medoffice.standards.terminology.store import connection

_WORD = re.compile(r"[a-z]+")
_BEFORE = re.compile(
    r"(?:non|un|pre|post|peri|para|sub|supra|infra|inter|intra|retro|trans|hyper|hypo|micro|multi|anti|extra|re)(?=[a-z]{4})"
)


def is_word(word: str) -> bool:
    """Whether a word stands in a dictionary, in whatever letters; also behind a syllable such as "non", or with 's."""
    low = re.sub(r"['\u2019]s?$", "", word.lower())
    return _stands(low) or ((before := _BEFORE.match(low)) is not None and _stands(low[before.end() :]))


def _stands(low: str) -> bool:
    return low in _of_medicine() or low in _english()


@cache
def _english() -> SpellChecker:
    return SpellChecker()


@cache
def _of_medicine() -> frozenset[str]:
    """The words of titles of diseases, of names of medicines and of their substances, and those of our own file."""
    told = [row["title"] or "" for row in connection().execute("SELECT title FROM node")]
    told += [name for name, _ in listed()]
    ours = files("medoffice.standards.terminology").joinpath("data/clinical_words.txt").read_text(encoding="utf-8")
    told += [line for line in ours.splitlines() if not line.startswith("#")]
    return frozenset(_WORD.findall("\n".join(told).lower()))
