"""What stands in an accounting of disclosures, and how far back it goes (45 CFR 164.528)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from medoffice.records.disclosures.types import Purpose

YEARS_BACK = 6  # 45 CFR 164.528(a)(1)


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
