"""The allergies a note says the patient has, with the reaction as said; none that is denied or a relative's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from medoffice.standards.suggestions.api import spoken_of
from medoffice.standards.suggestions.types import Part, Standing
from medoffice.standards.terminology.api import ingredients_in

_KNOWN_WORDS = """
penicillin cephalosporin sulfa sulfonamide latex peanut nut shellfish shrimp crab fish egg milk soy wheat gluten sesame
strawberry cat dog pollen ragweed grass mold dust nickel adhesive tape iodine contrast bee wasp lanolin statin nsaid
macrolide quinolone fluoroquinolone tetracycline opioid feather horse tree
"""
_KNOWN = frozenset(_KNOWN_WORDS.split())
_REACTION = re.compile(
    r"\b(?:hives|rash|anaphyla\w+|swell\w*|angioedema|itch\w*|nausea|vomiting|gi upset|shortness of breath|wheez\w*"
    r"|urticaria|cough|diarrhea|throat\w*)\b",
    re.IGNORECASE,
)
_TO = re.compile(r"\b(?:allergic to|allerg(?:y|ies) to)\s+([^.;\n]+)", re.IGNORECASE)
_OF = re.compile(r"\b([A-Za-z]+(?: [A-Za-z]+)?) allerg(?:y|ies)\b", re.IGNORECASE)
_SECTION = re.compile(
    r"(?:^[ \t]*|(?<=[.;] ))(?:drug |food |known )?allerg(?:y|ies)[ \t]*:[ \t]*([^.\n]*(?:\n[ \t]*[-*•][^\n]*)*)",
    re.IGNORECASE | re.MULTILINE,
)
_ITEM = re.compile(r"(?:[^,;\n.(]|\([^)\n]*\))+")
_ITEMS_TO = re.compile(r"(?:(?!\b(?:and|or)\b)[^,(]|\([^)\n]*\))+")
_LEAD = re.compile(r"^(?:and|or|to|the|also|both|[-*•\d.)])+\s+", re.IGNORECASE)
_END = re.compile(
    r"\s*(?:\(|[-\u2013:]\s|\bwhich\b|\bcauses?\b|\bwith\b|\bgave\b|\bcausing\b).*$", re.IGNORECASE | re.DOTALL
)
_KIND = re.compile(r"\s+(?:drugs?|antibiotics|stings?|products?|dye|hair|dander|nuts?)$", re.IGNORECASE)
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Allergy:
    """What somebody is allergic to as a note says it, and what came of it."""

    words: str
    start: int
    end: int
    reaction: str = ""


def allergies_said(text: str) -> list[Allergy]:
    """One of each thing, in the order of the text."""
    said = sorted(_said(text), key=lambda one: one.start)
    ways = spoken_of(text, [(one.start, one.end) for one in said])
    found: dict[frozenset[str], Allergy] = {}
    for one, way in zip(said, ways, strict=True):
        if way is None or way[1] is not Standing.STATED or way[0] is Part.FAMILY:
            continue
        key = thing(one.words)
        if key not in found or (one.reaction and not found[key].reaction):
            found[key] = one
    return sorted(found.values(), key=lambda one: one.start)


def thing(words: str) -> frozenset[str]:
    """What an allergy is to, to be compared: what a medicine is made of, else its words, each in the singular."""
    known = ingredients_in(words)
    return frozenset(known) if known else frozenset(_singular(one) for one in re.findall(r"[a-z]+", words.lower())[:1])


def _said(text: str) -> Iterator[Allergy]:
    for section in _SECTION.finditer(text):
        for item in _ITEM.finditer(text, section.start(1), section.end(1)):
            yield from _one(text, item.start(), item.end())
    for told in _TO.finditer(text):
        end = told.end(1)
        for item in _ITEMS_TO.finditer(text, told.start(1), end):
            yield from _one(text, item.start(), item.end(), _behind(text, item.end(), end))
    for told in _OF.finditer(text):
        start = told.start(1)
        if " " in told[1] and not _is_known(told[1].partition(" ")[0]):
            start = told.start(1) + told[1].index(" ") + 1
        yield from _one(text, start, told.end(1))


def _one(text: str, start: int, end: int, behind: str = "") -> Iterator[Allergy]:
    """The thing that is named from start to end, if it is one that people are allergic to."""
    words = text[start:end]
    lead = len(words) - len(words.lstrip())
    cut = _LEAD.match(words[lead:])
    lead += cut.end() if cut else 0
    named = _END.sub("", words[lead:]).strip()
    if not named or len(named.split()) > _MOST_WORDS or not _is_known(named):
        return
    rest = words[lead + len(named) :] + behind
    reaction = _REACTION.search(rest)
    at = start + lead
    yield Allergy(named, at, at + len(named), reaction[0].lower() if reaction else "")


def _behind(text: str, at: int, end: int) -> str:
    """What is said of an item behind its comma: ``amoxicillin, which causes a rash``."""
    told = re.compile(r",\s*(?:which|causing|with)\b[^,;.]*").match(text, at, end)
    return told[0] if told else ""


def _is_known(words: str) -> bool:
    plain = _KIND.sub("", words).lower()
    return bool(ingredients_in(plain)) or any(_singular(one) in _KNOWN for one in plain.split()[:2])


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
