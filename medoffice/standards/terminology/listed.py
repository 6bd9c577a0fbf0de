"""Whether a word is one of medicine: a name on FDA's list of medicines, or in a title of a disease (ICD-10-CM).

Lists hold everyday words and names of people too. A medicine's whole name counts from four letters on. A part of a
longer name, or a word of a title, counts from seven on ("site" and "break" are shorter), unless it is the form of a
verb ("affected", "working"), a title of an accident has it (V to Y: "through"), or a title writes it with a capital in
its midst, as names of people and places are written ("Alzheimer"); names of bacteria are lost with them.
"""

import re
from functools import cache

from medoffice.standards.terminology.drugs import directory
from medoffice.standards.terminology.medicines import ingredient
from medoffice.standards.terminology.store import connection

SUBSTANCE = "a substance"
_SHORTEST, _PART = 4, 7  # letters
_WORD = re.compile(r"[a-z]+")
_IN_TITLE = re.compile(rf"(?<![A-Za-z'-])[A-Za-z]{{{_PART},}}(?!['A-Za-z-])")
_OF_VERBS = ("ed", "ing", "ly")


def is_listed(word: str) -> bool:
    """Whether a word, in whatever letters, names a medicine, its substance, or what a disease is called."""
    low = word.lower()
    if not _WORD.fullmatch(low) or len(low) < _SHORTEST:
        return False
    names, parts = _medicines()
    if low in names:
        return True
    if len(low) < _PART or low.endswith(_OF_VERBS):
        return False
    terms, others = _titles()
    return low in terms or (low in parts and low not in others)


def is_medicine(word: str) -> bool:
    """Whether a word by itself, in whatever letters, is the name of a medicine or its substance."""
    low = word.lower()
    return len(low) >= _SHORTEST and low in _medicines()[0]


@cache
def _medicines() -> tuple[frozenset[str], frozenset[str]]:
    """Names of medicines and substances that are one word, and the words of the longer ones; no extract of a plant."""
    called = {
        name.lower()
        for substances, kinds, names in directory()
        if not any("Allergen" in kind for kind in kinds)
        for name in (*map(ingredient, substances), *names)
    }
    return frozenset(filter(_WORD.fullmatch, called)), frozenset(part for one in called for part in _WORD.findall(one))


@cache
def _titles() -> tuple[frozenset[str], frozenset[str]]:
    """The words of titles of diseases that are terms; and those of titles that are everyday words, or names."""
    terms, others = set[str](), set[str]()
    for row in connection().execute("SELECT id, title FROM node WHERE id < 'Z'"):
        accident = row["id"] >= "V"
        for found in _IN_TITLE.finditer(row["title"] or ""):
            name = found.start() > 0 and found[0][0].isupper()
            (others if accident or name else terms).add(found[0].lower())
    return frozenset(terms - others), frozenset(others)


@cache
def listed() -> tuple[tuple[str, str], ...]:
    """The names of medicines and of their substances, and the words of titles of diseases; each with what it is.

    Of a medicine its substances, ``a substance``, ``of a disease``. A word stands once: a medicine before a disease.
    """
    found: dict[str, tuple[str, str]] = {}
    for substances, kinds, names in directory():
        if any("Allergen" in kind for kind in kinds):
            continue
        for one in map(ingredient, substances):
            found.setdefault(one.lower(), (one, SUBSTANCE))
        for name in names:
            found.setdefault(name.lower(), (name, ", ".join(map(ingredient, substances))))
    for word in _titles()[0]:
        found.setdefault(word, (word, "of a disease"))
    return tuple(found.values())
