"""How much a result asks for somebody's eye: by the laboratory's own flags (HL7 table 0078) and its own range.

Which flag means what is known from memory (source: unverified). A flag nobody knows is taken as unusual.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from medoffice.clinic.results.types import Level

CRITICAL = frozenset({"HH", "LL", "AA", "HU", "LU"})
USUAL = frozenset({"N", "S", "NEG", "ND", "NR", "U", "B"})
_NUMBER = r"[-+]?(?:\d{1,12}(?:\.\d{1,12})?|\.\d{1,12})"
_BETWEEN = re.compile(rf"({_NUMBER})\s*(?:-|to|–)\s*({_NUMBER})", re.ASCII)
_ONE_SIDED = re.compile(rf"([<>])(=|\s*or\s*=)?\s*({_NUMBER})", re.ASCII | re.IGNORECASE)
_VALUE = re.compile(rf"\s*([<>]=?)?\s*({_NUMBER})\s*", re.ASCII)
_ENDS = (("(", ")"), ("[", "]"))


def level_of(flags: Sequence[str], value: str = "", within: str = "", unit: str = "") -> Level:
    """By the flags; where there is none, by the range that stands beside a number."""
    said = [flag.strip().upper() for flag in flags if flag.strip()]
    if CRITICAL.intersection(said):
        return Level.CRITICAL
    if any(flag not in USUAL for flag in said):
        return Level.ABNORMAL
    if said:
        return Level.NORMAL
    return Level.ABNORMAL if is_outside(value, within, unit) else Level.NORMAL


def is_outside(value: str, within: str, unit: str = "") -> bool:
    """Whether a value is surely outside of a range as it is written; of what cannot be read, nothing is said.

    ``>300`` is outside of ``0-40``, ``<5`` is not: what it is may be within.
    """
    found, ends = _VALUE.fullmatch(value), _ends_of(within, unit)
    if found is None or ends is None:
        return False
    how, number = found[1] or "", Decimal(found[2])
    low, high, open_ended = ends
    under = low is not None and (number < low or (number == low and (open_ended or how == "<")))
    over = high is not None and (number > high or (number == high and (open_ended or how == ">")))
    return (under and how[:1] != ">") or (over and how[:1] != "<")


def _ends_of(within: str, unit: str) -> tuple[Decimal | None, Decimal | None, bool] | None:
    """The ends of a range, and whether they are outside of it themselves; a unit and brackets around it are let go."""
    text = within.strip().removesuffix(unit).strip()
    for left, right in _ENDS:
        if text.startswith(left) and text.endswith(right):
            text = text[1:-1].strip()
    if found := _BETWEEN.fullmatch(text):
        return Decimal(found[1]), Decimal(found[2]), False
    if found := _ONE_SIDED.fullmatch(text):
        end, strict = Decimal(found[3]), not found[2]
        return (None, end, strict) if found[1] == "<" else (end, None, strict)
    return None


def highest(levels: Iterable[Level]) -> Level:
    """The one that asks most."""
    return max(levels, default=Level.NORMAL)
