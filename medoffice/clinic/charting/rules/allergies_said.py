"""The allergies a note says the patient has, with the reaction as said; none that is denied or a relative's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from medoffice.standards.suggestions.api import speaking
from medoffice.standards.suggestions.types import Part, Standing
from medoffice.standards.terminology.api import drug_named, ingredients_in

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
    r"\s*(?:\(|[-\u2013:]\s|\bwhich\b|\bcauses?\b|\bwith\b|\bgave\b|\bcausing\b|\b(?:is|was|are|were|has)\b).*$",
    re.IGNORECASE | re.DOTALL,
)
# "Anaphylaxis to amoxicillin", "hives from latex": what came of something, then the thing.
_CAME_OF = re.compile(
    r"\b(?:anaphyla\w+|hives|urticaria|angioedema|rash|allergic reaction|anaphylactic reaction)"
    r"[ \t]+(?:to|from|with|after(?: taking)?)[ \t]+([A-Za-z-]+(?: [A-Za-z-]+)?)",
    re.IGNORECASE,
)
_OVER = re.compile(r"\b(?:outgr|tolerat|de-?label|resolved since|no longer)", re.IGNORECASE)
# In a section of allergies a further sentence that is nothing but a thing and what came of it.
_FURTHER = re.compile(
    r"[ \t]*([A-Za-z][A-Za-z /-]*?)[ \t]*(?:[-\u2013:(][ \t]*([A-Za-z ,]+?)\)?)?[ \t]*(?:\.(?=\s|$)|$)", re.MULTILINE
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
    happened: bool = False  # told as what happened: an allergy, however long ago


def allergies_said(text: str) -> list[Allergy]:
    """One of each thing, in the order of the text."""
    said = sorted(_said(text), key=lambda one: one.start)
    spoken = speaking(text)
    found: dict[frozenset[str], Allergy] = {}
    for one in said:
        way = spoken(one.start, one.end)
        stated = way is not None and (way[1] is Standing.STATED or (one.happened and way[1] is Standing.PAST))
        if way is None or not stated or way[0] is Part.FAMILY:
            continue
        key = thing(one.words)
        if key not in found or (one.reaction and not found[key].reaction):
            found[key] = one
    return sorted(found.values(), key=lambda one: one.start)


def reactions_said(text: str) -> list[tuple[int, int]]:
    """Where a note tells what came of something somebody is allergic to; that is no disease of its own."""
    places = [(one.start(), one.end()) for one in _SECTION.finditer(text)]
    places += [(one.start(), one.end()) for one in _TO.finditer(text)]
    places += [(one.start(), one.end()) for one in _CAME_OF.finditer(text) if _ends(text, one)]
    return [(told.start(), told.end()) for start, end in places for told in _REACTION.finditer(text, start, end)]


def thing(words: str) -> frozenset[str]:
    """What an allergy is to, to be compared: what a medicine is made of, else its words, each in the singular."""
    known = ingredients_in(words)
    return frozenset(known) if known else frozenset(_singular(one) for one in re.findall(r"[a-z]+", words.lower())[:1])


def _said(text: str) -> Iterator[Allergy]:
    for section in _SECTION.finditer(text):
        for item in _ITEM.finditer(text, section.start(1), section.end(1)):
            yield from _one(text, item.start(), item.end())
        yield from _further(text, section.end())
    for told in _CAME_OF.finditer(text):
        for end in _ends(text, told):
            for one in _one(text, told.start(1), end, told[0]):
                yield replace(one, happened=not _OVER.search(_rest_of_sentence(text, end)))
    for told in _TO.finditer(text):
        end = told.end(1)
        for item in _ITEMS_TO.finditer(text, told.start(1), end):
            yield from _one(text, item.start(), item.end(), _behind(text, item.end(), end))
    for told in _OF.finditer(text):
        start = told.start(1)
        if " " in told[1] and not _is_known(told[1].partition(" ")[0]):
            start = told.start(1) + told[1].index(" ") + 1
        yield from _one(text, start, told.end(1))


def _ends(text: str, told: re.Match[str]) -> list[int]:
    """Where the thing that something came of ends, if it is one: its two words are it, or the first of them."""
    cuts = (told.end(1), told.start(1) + len(told[1].split()[0]))
    return [end for end in cuts if _is_thing(text[told.start(1) : end])][:1]


def _rest_of_sentence(text: str, at: int) -> str:
    found = re.compile(r"[^.\n]{0,120}").match(text, at)
    return found[0] if found else ""


def _further(text: str, at: int) -> Iterator[Allergy]:
    """What a section of allergies says in the sentences and lines after its first, as long as they are nothing else."""
    while at < len(text) and text[at] in ".\n":
        found = _FURTHER.match(text, at + 1)
        if found is None or not _is_thing(found[1]) or not (found[2] is None or _REACTION.search(found[2])):
            return
        yield from _one(text, found.start(1), found.end(1), found[2] or "")
        at = found.end() - found[0].endswith(".")


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


def _is_thing(words: str) -> bool:
    """Whether words are the name of one thing that is known, and nothing else."""
    plain = _KIND.sub("", words.strip()).lower()
    drug = drug_named(plain) if " " in plain else None
    return _singular(plain) in _KNOWN or (
        drug.name.lower() == plain if drug else " " not in plain and bool(ingredients_in(plain))
    )


def _is_known(words: str) -> bool:
    plain = _KIND.sub("", words).lower()
    return bool(ingredients_in(plain)) or any(_singular(one) in _KNOWN for one in plain.split()[:2])


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
