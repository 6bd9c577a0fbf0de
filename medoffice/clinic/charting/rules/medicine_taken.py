"""How a medicine is taken: the dose, the route and how often, as a note says them right behind a name."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_UNIT = r"(?:mg|mcg|g|mL|ml|units?|mEq|IU|%)(?![A-Za-z])(?:/(?!d?L\b)\w+)?"
_DOSE = rf"\d[\d,]*(?:\.\d+)?(?:\s?[-/]\s?\d+(?:\.\d+)?)?\s?{_UNIT}"
_NUMBER = r"(?:one|two|three|four|half an?|\d+(?:\.\d+)?(?:\s?(?:-|to)\s?\d+)?)"
_PIECE = r"(?:puffs?|tablets?|tabs?|capsules?|caps?|pills?|drops?|sprays?|patch(?:es)?|applications?|inhalations?)"
_COUNT = rf"{_NUMBER} {_PIECE}(?![A-Za-z])"
_GAP = r"(?:[\s,]+|\s*[|:=]\s*|\s+[-–—]\s+)"  # as in a sentence, between the cells of a table, behind a dash
_BRAND = re.compile(r"\s*\([A-Za-z][A-Za-z -]{2,30}\)")
_FORM = re.compile(
    rf"\s+(?:{_PIECE}|inhaler|nebulizer|cream|ointment|gel|nasal spray|pen|XR|ER|XL|SR|DR|EC)\b", re.IGNORECASE
)
_DOSED = re.compile(rf"{_GAP}(?:to\s+|from {_DOSE} to )?({_DOSE}|{_COUNT})", re.IGNORECASE)
_COUNTED = re.compile(rf"{_GAP}({_COUNT})", re.IGNORECASE)
_ROUTE = re.compile(
    rf"{_GAP}(by mouth|orally|p\.?o\.?|under the skin|subcutaneously|sub-?q|intramuscularly|sublingually|topically"
    r"|rectally|by inhalation|in (?:each|both) eyes?|in each nostril)(?![A-Za-z])",
    re.IGNORECASE,
)
_TIMES = r"(?:once|twice|(?:one|two|three|four) times|[1-4] ?x)"
_OFTEN = re.compile(
    rf"{_GAP}((?:{_TIMES} (?:a|per) (?:day|week|month)|{_TIMES} (?:daily|weekly)|every (?:other day|day|week|month"
    r"|morning|evening|night|\d+(?:\s?(?:-|to)\s?\d+)? (?:hours?|days?|weeks?))|q\.?\s?\d+\s?h(?:ours)?"
    r"|[btq]\.i\.d\.|q\.d\.|(?:bid|tid|qid|qd)(?!\w)|qhs|nightly|daily|weekly|monthly"
    r"|at bedtime|at night|in the (?:morning|evening)|before (?:breakfast|meals|bed)"
    r"|with (?:meals|food|breakfast|dinner))"
    r"(?:,? (?:as needed|if needed|prn|at bedtime|with meals|with food))?|as needed|prn(?!\w))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Taken:
    """Dose, route and frequency as said, those that are said; where they end."""

    details: Mapping[str, str]
    end: int

    @property
    def dosed(self) -> bool:
        """Whether a dose is said."""
        return "dose" in self.details


def taken_at(text: str, end: int) -> Taken:
    """What is said right behind a name that ends there, over its brand in brackets and its form."""
    at = end
    for passed in (_BRAND, _FORM):
        found = passed.match(text, at)
        at = found.end() if found else at
    details: dict[str, str] = {}
    for key, pattern in (("dose", _DOSED), ("count", _COUNTED), ("route", _ROUTE), ("frequency", _OFTEN)):
        found = pattern.match(text, at)
        if found:
            details[key], at = " ".join(found[1].split()), found.end()
    count = details.pop("count", "")
    if count:
        details["dose"] = f"{details['dose']}, {count}"
    return Taken(details, at)
