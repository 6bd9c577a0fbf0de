"""The medicines a note names as taken, begun or stopped, with the dose and the way of taking as its words say them.

A medicine counts where somebody takes, begins or goes on with it, where the note lists its medicines, or where the plan
names it first or with a dose. What is denied, supposed, declined, only spoken of or another person's does not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from medoffice.standards.suggestions.api import spoken_of
from medoffice.standards.suggestions.types import Part, Standing
from medoffice.standards.terminology.api import drug_named, ingredients_in

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
_SENTENCE = re.compile(r"(?:[^.;\n]|\.(?=\S))+")
# Names of products that are everyday words, and substances that are rather measured, drunk or given than taken.
_NO_MEDICINE_WORDS = """
oxygen water alcohol ethanol glucose sodium potassium chloride calcium iron zinc magnesium nicotine tobacco peanut air
nitrogen sugar honey coffee caffeine egg milk wheat soy corn tomato salt protein fish shrimp dust mold today care clear
comfort complete cold relief sleep balance control energy daily every well fever pain urea histamine testosterone
insulin creatinine cholesterol urine blood vitamin cotton fluoride
"""
_NO_MEDICINE = frozenset(_NO_MEDICINE_WORDS.split())
_DOSE = r"\d[\d,]*(?:\.\d+)?(?:\s?[-/]\s?\d+(?:\.\d+)?)?\s?(?:mg|mcg|g|mL|ml|units?|mEq|IU|%)(?![A-Za-z])(?:/\w+)?"
_DOSED = re.compile(rf"[\s,]+(?:to\s+)?({_DOSE})")
_ROUTE = re.compile(
    r"[\s,]+(by mouth|orally|p\.?o\.?|under the skin|subcutaneously|sub-?q|intramuscularly|sublingually|topically"
    r"|rectally|by inhalation|in (?:each|both) eyes?|in each nostril)(?![A-Za-z])",
    re.IGNORECASE,
)
_TIMES = r"(?:once|twice|(?:one|two|three|four) times|[1-4] ?x)"
_OFTEN = re.compile(
    rf"[\s,]+((?:{_TIMES} (?:a|per) (?:day|week|month)|{_TIMES} (?:daily|weekly)|every (?:other day|day|week|month"
    r"|morning|evening|night|\d+(?:\s?(?:-|to)\s?\d+)? (?:hours?|days?|weeks?))|q\.?\s?\d+\s?h(?:ours)?"
    r"|b\.?i\.?d\.?(?!\w)|t\.?i\.?d\.?(?!\w)|q\.?i\.?d\.?(?!\w)|q\.?d\.?(?!\w)|qhs|nightly|daily|weekly|monthly"
    r"|at bedtime|at night|in the (?:morning|evening)|before (?:breakfast|meals|bed)"
    r"|with (?:meals|food|breakfast|dinner))"
    r"(?:,? (?:as needed|prn|at bedtime|with meals|with food))?|as needed|prn(?!\w))",
    re.IGNORECASE,
)
_TAKES = re.compile(
    r"\b(?:take[ns]?|taking|uses?|using|on|continue[sd]?|continuing|cont|start(?:s|ed|ing)?|begin|began|begun"
    r"|add(?:ed|ing)?|prescribed?|increase[ds]?|decrease[ds]?|resume[ds]?|refill(?:ed)?|switch(?:ed)? to"
    r"|change[ds]? to|rx)\b(?:\s+[\w'-]+){0,2}\s*$",
    re.IGNORECASE,
)
_STOPS = (
    r"stop(?:s|ped|ping)?(?: taking)?|discontinue[sd]?|discontinuing|d/c(?:'?d)?"
    r"|no longer (?:takes?|taking|on|uses?|using)"
)
_STOPS_BEFORE = re.compile(rf"\b({_STOPS})(?:\s+[\w'-]+){{0,2}}\s*$", re.IGNORECASE)
_STOPS_AFTER = re.compile(
    rf"^(?:\s+{_DOSE})?\s+(?:was|is|were|has been|have been|had been)\s+({_STOPS})\b", re.IGNORECASE
)
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


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine as a note names it: what it is made of, its name there, how it is taken, or that it is stopped."""

    substances: tuple[str, ...]
    words: str
    start: int
    end: int
    stopped: bool
    details: dict[str, str] = field(default_factory=dict)


def medicines_said(text: str) -> list[Medicine]:
    """One of each, in the order of the text: what was said of it last counts, and each detail as it was said last."""
    found: dict[tuple[str, ...], Medicine] = {}
    names = list(_names(text))
    ways = spoken_of(text, [(start, end) for start, end, _ in names])
    last: tuple[int, bool] | None = None
    for (start, end, substances), way in zip(names, ways, strict=True):
        stopped = _said(text, start, end, way, last)
        if stopped is None:
            last = None
            continue
        details, after = _taken(text, end)
        last = (after, stopped)
        one = Medicine(substances, text[start:end], start, after, stopped, details)
        before = found.pop(substances, None)
        if before is not None and before.stopped == stopped:
            fuller = one if sum(map(bool, details.values())) > sum(map(bool, before.details.values())) else before
            one = fuller
        found[substances] = one
    return sorted(found.values(), key=lambda one: one.start)


def _names(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where medicines are named, the longest name at each place, and what each is made of."""
    at = 0
    for word in _WORD.finditer(text):
        low = word[0].lower()
        if word.start() < at or len(low) < 4 or low in _NO_MEDICINE:
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
        yield word.start(), at, substances


def _said(
    text: str, start: int, end: int, way: tuple[Part, Standing] | None, last: tuple[int, bool] | None
) -> bool | None:
    """Whether the medicine at this place is stopped (True) or taken (False); None where the note says neither."""
    sentence = next((one for one in _SENTENCE.finditer(text) if one.start() <= start < one.end()), None)
    if sentence is None or way is None:
        return None
    before, after = text[sentence.start() : start], text[end : sentence.end()]
    stops = _STOPS_BEFORE.search(before) or _STOPS_AFTER.search(after)
    if stops:
        at = sentence.start() + stops.start(1) if stops.string is before else end + stops.start(1)
        told = spoken_of(text, [(at, at + len(stops[1]))])[0]
        return None if told is None or told[1] in _MISSED else True
    if last and _AND.fullmatch(text[last[0] : start]):
        return last[1]
    part, how = way
    turned = _TURNED_DOWN.search(_rest_of_line(text, end))
    if how is not Standing.STATED or _SPOKEN.search(before) or turned or part in (Part.ALLERGIES, Part.FAMILY):
        return None
    dosed = _DOSED.match(text, end) is not None
    first = not before.strip(" \t-*•0123456789)")
    if part is Part.MEDICINES or _TAKES.search(before):
        return False
    return False if part in (Part.PLAN, Part.ASSESSMENT) and (dosed or (first and part is Part.PLAN)) else None


def _rest_of_line(text: str, at: int) -> str:
    """What is said behind it, over a semicolon: ``discussed statins; she declines``."""
    found = re.compile(r"[^.\n]{0,60}").match(text, at)
    return found[0] if found else ""


def _taken(text: str, end: int) -> tuple[dict[str, str], int]:
    """Dose, route and frequency right behind a name, as they are said, and where they end."""
    details: dict[str, str] = {}
    at = end
    form = re.compile(r"\s+(?:tablets?|capsules?|inhaler|cream|ointment|nasal spray|XR|ER|XL|SR)\b").match(text, at)
    at = form.end() if form else at
    for key, pattern in (("dose", _DOSED), ("route", _ROUTE), ("frequency", _OFTEN)):
        found = pattern.match(text, at)
        if found:
            details[key], at = " ".join(found[1].split()), found.end()
    return details, at
