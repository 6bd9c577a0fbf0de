"""How much a result asks for somebody's eye: by the laboratory's own flags (HL7 table 0078) and its own range.

Which flag means what is known from memory (source: unverified). A flag nobody knows is taken as unusual.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from medoffice.clinic.results.types import Level

CRITICAL = frozenset({"HH", "LL", "AA", "HU", "LU"})
USUAL = frozenset({"N", "S", "NEG", "ND", "NR", "U", "B"})
_NUMBER = r"-?\d{1,12}(?:\.\d{1,12})?"
_BETWEEN = re.compile(rf"\s*({_NUMBER})\s*(?:-|to|–)\s*({_NUMBER})\s*", re.ASCII)
_BELOW = re.compile(rf"\s*(<=?|>=?)\s*({_NUMBER})\s*", re.ASCII)


def level_of(flags: Sequence[str], number: Decimal | None = None, within: str = "") -> Level:
    """By the flags; where there is none, by the range that stands beside a number."""
    said = [flag.strip().upper() for flag in flags if flag.strip()]
    if CRITICAL.intersection(said):
        return Level.CRITICAL
    if any(flag not in USUAL for flag in said):
        return Level.ABNORMAL
    if said or number is None:
        return Level.NORMAL
    return Level.ABNORMAL if is_outside(number, within) else Level.NORMAL


def is_outside(number: Decimal, within: str) -> bool:
    """Whether a number is outside of a range as it is written; of one that cannot be read, nothing is said."""
    if found := _BETWEEN.fullmatch(within):
        return not Decimal(found[1]) <= number <= Decimal(found[2])
    if found := _BELOW.fullmatch(within):
        end = Decimal(found[2])
        holds = {"<": number < end, "<=": number <= end, ">": number > end, ">=": number >= end}
        return not holds[found[1]]
    return False


def highest(levels: Iterable[Level]) -> Level:
    """The one that asks most."""
    return max(levels, default=Level.NORMAL)
