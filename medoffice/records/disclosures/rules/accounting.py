"""What stands in an accounting of disclosures, and how far back it goes (45 CFR 164.528)."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from medoffice.records.disclosures.types import KEPT, Purpose

YEARS_BACK = 6  # 45 CFR 164.528(a)(1)
_NUMBERED = re.compile(r"[A-Z]+-\d+(?=: )", re.ASCII)  # of a letter, of a request for copies


def purposes_in(data: Mapping[str, Mapping[str, Any]]) -> dict[str, Purpose]:
    """The purposes of the data file by key."""
    return {
        key: Purpose(key, told["words"], told["counts"], told["least"], told["source"]) for key, told in data.items()
    }


def reaches_back_to(asked_on: date) -> date:
    """The first day an accounting asked for on a day covers; a leap day's is the last of February."""
    try:
        return asked_on.replace(year=asked_on.year - YEARS_BACK)
    except ValueError:
        return asked_on.replace(year=asked_on.year - YEARS_BACK, day=28)


def untold(what: str, number: str = "") -> str:
    """What left, without a title that a label keeps: its number alone, so that who may know finds it."""
    numbered = _NUMBERED.match(what)
    told = numbered[0] if numbered else number
    return f"{told}: {KEPT}" if told else KEPT
