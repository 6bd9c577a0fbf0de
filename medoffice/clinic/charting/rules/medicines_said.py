"""The medicines a note names as taken, begun or stopped, with the dose and the way of taking as its words say them.

A medicine counts where somebody takes, begins or goes on with it, where the note lists its medicines, or where the plan
names it first or with a dose. What is denied, supposed, declined, only spoken of, for later or another person's does
not. A name that nobody here knows counts where it is clearly taken: with a dose, or written as a name.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from medoffice.clinic.charting.rules.medicine_taken import Taken, taken_at
from medoffice.standards.suggestions.api import speaking
from medoffice.standards.suggestions.types import Part, Standing
from medoffice.standards.terminology.api import drug_named, ingredients_in

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=\S))+")
# Names of products that are everyday words, and substances that are rather measured, drunk or given than taken: such a
# word counts only where somebody takes a dose of it.
_EVERYDAY_WORDS = """
oxygen water alcohol ethanol glucose sodium potassium chloride calcium iron zinc magnesium nicotine tobacco peanut air
nitrogen sugar honey coffee caffeine egg milk wheat soy corn tomato salt protein fish shrimp dust mold today care clear
comfort complete cold relief sleep balance control energy daily every well fever pain urea histamine testosterone
insulin creatinine cholesterol urine blood vitamin cotton fluoride thyroid
"""
_EVERYDAY = frozenset(_EVERYDAY_WORDS.split())
# What stands before a dose and is no name of anything.
_NO_NAME_WORDS = """
the a an and or of to at by for with about half one two three four five six extra another additional total only up dose
doses dosage tablet tablets pill pills capsule capsules medication medications medicine medicines drug therapy treatment
day daily twice once her his my their your this that these both same new old low high regular usual current maximum each
long short term acting extended release oral topical home cumulative saturation goal target
every not no still now also just from than then it them him she he they
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_VERB = (
    r"take[ns]?|taking|uses?|using|on|continue[sd]?|continuing|cont|start(?:s|ed|ing)?|begin|began|begun"
    r"|add(?:ed|ing)?|prescribed?|increase[ds]?|decrease[ds]?|resume[ds]?|refill(?:ed)?|switch(?:ed)? to"
    r"|change[ds]? to|rx"
)
_TAKES = re.compile(rf"\b({_VERB})\b(?:\s+[\w'-]+){{0,2}}\s*$", re.IGNORECASE)
_TAKES_NOW = re.compile(rf"[,;]\s*(?:and |now |currently |is |she is |he is )*(?:{_VERB})\b[^,;]*$", re.IGNORECASE)
_BEGINS = re.compile(r"\b(?:start|begin|add|prescribe|will|switch|change|plan(?:ning)? to)\b", re.IGNORECASE)
_LATER = re.compile(
    r"^(?:(?!\b(?:and|call|return|recheck|stop|follow|then)\b)[^.;\n])*"
    r"\b(?:if(?! (?:needed|necessary|tolerated))|unless|pending|next (?:week|month|visit|time|appointment)"
    r"|(?:once|when|after) (?:the|her|his|labs?|results?|blood|surgery))\b",
    re.IGNORECASE,
)
_STOPS = (
    r"stop(?:s|ped|ping)?(?: taking)?|discontinue[sd]?|discontinuing|d/c(?:'?d)?|quit(?: taking)?|weaned off|came off"
    r"|no longer (?:takes?|taking|on|uses?|using)"
)
_STOPS_BEFORE = re.compile(rf"\b({_STOPS})(?:\s+[\w'-]+){{0,2}}\s*$", re.IGNORECASE)
_STOPS_AFTER = re.compile(rf"^\s+(?:was|is|were|has been|have been|had been)\s+({_STOPS})\b", re.IGNORECASE)
_JOINED = re.compile(r"\s?[-/]\s?([A-Za-z]{4,})")
_AND = re.compile(r"\s*(?:,|,?\s*and|&|\+|,?\s*plus)\s*")
_SPOKEN = re.compile(
    r"\b(?:declin|refus|discuss|offer|avoid|allerg|intoleran|reaction|side effect|level|consider|previous|former"
    r"|used to|was on|had been on|vaccin)",
    re.IGNORECASE,
)
_TURNED_DOWN = re.compile(
    r"\b(?:declin|refus|vaccin|level|was not|were not|not started|not taken|allerg)", re.IGNORECASE
)
_MISSED = (Standing.DENIED, Standing.HYPOTHETICAL, Standing.POSSIBLE, Standing.FAMILY)
_AMOUNT = r"\d[\d,.]*\s?(?:mg|mcg|g|mL|ml|units?|mEq|IU)(?![A-Za-z/])"  # of a shape that only medicines have
_NAME = r"[A-Za-z][A-Za-z0-9'-]{2,}(?:[ \t][A-Za-z][A-Za-z0-9'-]*){0,2}?"
_UNKNOWN_TAKEN = re.compile(
    rf"\b(?:take[ns]?|taking|uses?|using|on|continues?|continued|start(?:ed|ing|s)?|began|prescribed?|add(?:ed)?|refill"
    rf"(?:ed)?|resumed?)\s+(?:(?:the|her|his|my|an?) )?({_NAME})(?=[\s,]+(?:\([A-Za-z -]+\) )?{_AMOUNT})",
    re.IGNORECASE,
)
# Without a dose only what is written as a name (Tylenol), behind a word that is said of medicines.
_UNKNOWN_NAME = re.compile(
    r"\b(?:[Tt]ak(?:e|es|ing)|[Cc]ontinues?|[Ss]tart(?:ed)?|[Pp]rescribed?|[Rr]efill) ([A-Z][a-z]{3,})(?= )"
)
_UNKNOWN_LISTED = re.compile(
    rf"(?:^|[,;:\n])[ \t]*(?:[-*•]|\d{{1,2}}[.)])?[ \t]*({_NAME})(?=(?:[\s,]|[ \t]*[|:])+{_AMOUNT})", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine as a note names it: what it is made of, its name there, how it is taken, or that it is stopped.

    ``known`` is whether FDA's directory has it; what is not known is made of its own name.
    """

    substances: tuple[str, ...]
    words: str
    start: int
    end: int
    stopped: bool
    known: bool = True
    details: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Name:
    """Where a medicine is named, and what it is made of; ``clear`` if its name is nothing else."""

    start: int
    end: int
    substances: tuple[str, ...]
    known: bool = True
    clear: bool = True


def _own_words(text: str, start: int, end: int) -> tuple[int, int]:
    """From where a name begins behind the words that are none (``long term``); nothing if its last word is none."""
    none = [one for one in _WORD.finditer(text, start, end) if one[0].lower() in _NO_NAME]
    begin = none[-1].end() if none else start
    return begin + len(text[begin:end]) - len(text[begin:end].lstrip()), end


def plain_name(words: str) -> str:
    """A name in small letters, up to its strength."""
    told = re.match(r"\s*[^\W\d_][\w'-]*(?:\s+(?!\d)[\w'-]+){0,2}", words.lower())
    return " ".join(told[0].split()) if told else words.lower().strip()


def medicines_said(text: str, also: Collection[str] = ()) -> list[Medicine]:
    """One of each, in the order of the text: what was said of it last counts, and each detail as it was said last.

    ``also`` are names to look for that the directory does not have.
    """
    found: dict[tuple[str, ...], Medicine] = {}
    spoken = speaking(text)
    sentences = [(one.start(), one.end()) for one in _SENTENCE.finditer(text)]
    last: tuple[int, bool] | None = None
    for name in _names(text, also):
        at = bisect_right(sentences, (name.start, len(text))) - 1
        taken = taken_at(text, name.end)
        stopped = _said(text, name, taken, sentences[at], spoken, last)
        if stopped is None:
            last = None
            continue
        last = (taken.end, stopped)
        words = text[name.start : name.end]
        one = Medicine(name.substances, words, name.start, taken.end, stopped, name.known, taken.details)
        before = found.pop(name.substances, None)
        if before is not None and before.stopped == stopped:
            one = one if len(one.details) > len(before.details) else before
        found[name.substances] = one
    return sorted(found.values(), key=lambda one: one.start)


def _names(text: str, also: Collection[str]) -> list[_Name]:
    """Where medicines are named, those of the directory first; no two at one place."""
    known = list(_known(text))
    taken = [(one.start, one.end) for one in known]
    others: dict[int, _Name] = {}
    for one in _unknown(text, also):
        at = bisect_right(taken, (one.end, 0)) - 1
        if at < 0 or taken[at][1] <= one.start:
            others.setdefault(one.start, one)
    return sorted([*known, *others.values()], key=lambda one: one.start)


def _known(text: str) -> Iterator[_Name]:
    """The longest name of the directory at each place."""
    at = 0
    for word in _WORD.finditer(text):
        low = word[0].lower()
        if word.start() < at or len(low) < 4:
            continue
        drug = drug_named(text[word.start() : word.start() + 80])
        name = len(re.findall(r"[a-z0-9]+", drug.name.lower())) if drug else 1
        substances = ingredients_in(drug.name if drug else word[0])
        if not substances:
            continue
        parts = re.compile(rf"[A-Za-z0-9]+(?:[^A-Za-z0-9]+[A-Za-z0-9]+){{{name - 1}}}").match(text, word.start())
        at = parts.end() if parts else word.end()
        while joined := _JOINED.match(text, at):  # sacubitril-valsartan
            more = ingredients_in(joined[1])
            if not more:
                break
            substances, at = tuple(dict.fromkeys((*substances, *more))), joined.end()
        yield _Name(word.start(), at, substances, clear=low not in _EVERYDAY)


def _unknown(text: str, also: Collection[str]) -> Iterator[_Name]:
    """Names that nobody here knows: what is listed, and what is clearly taken."""
    for pattern in (_UNKNOWN_TAKEN, _UNKNOWN_NAME, _UNKNOWN_LISTED):
        for found in pattern.finditer(text):
            start, end = _own_words(text, found.start(1), found.end(1))
            named = start < end and (pattern is not _UNKNOWN_NAME or taken_at(text, end).details)
            if named and not ingredients_in(text[start:end].split(maxsplit=1)[0]):
                told = plain_name(text[start:end])
                yield _Name(start, end, (told,), known=False, clear=pattern is not _UNKNOWN_LISTED)
    for name in also:
        for found in re.finditer(rf"\b{re.escape(name)}\b", text, re.IGNORECASE):
            yield _Name(found.start(), found.end(), (plain_name(name),), known=False)


def _said(
    text: str,
    name: _Name,
    taken: Taken,
    sentence: tuple[int, int],
    spoken: Callable[[int, int], tuple[Part, Standing] | None],
    last: tuple[int, bool] | None,
) -> bool | None:
    """Whether the medicine at this place is stopped (True) or taken (False); None where the note says neither."""
    way = spoken(name.start, name.end)
    if way is None or not sentence[0] <= name.start < sentence[1]:
        return None
    before, behind = text[sentence[0] : name.start], text[taken.end : sentence[1]]
    stops, at = _STOPS_BEFORE.search(before), sentence[0]
    if stops is None:
        stops, at = _STOPS_AFTER.search(behind), taken.end
    if stops:
        told = spoken(at + stops.start(1), at + stops.end(1))
        return None if told is None or told[1] in _MISSED else True
    told_alone = name.clear or taken.dosed or " " in text[name.start : name.end]
    if last and told_alone and _AND.fullmatch(text[last[0] : name.start]):
        return last[1]
    return False if _is_taken(text, name, taken, way, before) else None


def _is_taken(text: str, name: _Name, taken: Taken, way: tuple[Part, Standing], before: str) -> bool:
    """Whether somebody takes or begins it, or the note lists it."""
    part, how = way
    stated = how is Standing.STATED or (how is Standing.PAST and _TAKES_NOW.search(before) is not None)
    rest = _rest_of_line(text, name.end)
    if not stated or _SPOKEN.search(before) or _TURNED_DOWN.search(rest) or part in (Part.ALLERGIES, Part.FAMILY):
        return False
    verb = _TAKES.search(before)
    if not name.clear:
        whole = taken.dosed or (" " in text[name.start : name.end] and "frequency" in taken.details)
        return (verb is not None or part is Part.MEDICINES) and whole
    later = _LATER.search(text[taken.end : taken.end + 200])
    if later and (verb is None or _BEGINS.search(before)):
        return False
    if part is Part.MEDICINES or verb:
        return True
    first = not before.strip(" \t-*•0123456789)")
    return part in (Part.PLAN, Part.ASSESSMENT) and (taken.dosed or (first and part is Part.PLAN))


def _rest_of_line(text: str, at: int) -> str:
    """What is said behind it, over a semicolon: ``discussed statins; she declines``."""
    found = re.compile(r"[^.\n]{0,60}").match(text, at)
    return found[0] if found else ""
