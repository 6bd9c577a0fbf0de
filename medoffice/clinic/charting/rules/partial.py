"""Dates as far as they are known: ``2019``, ``2019-05``, ``2019-05-03`` (FHIR's dateTime without a time)."""

import re
from calendar import monthrange
from datetime import date

_KNOWN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_MONTH = re.compile(r"(\d{1,2})[/.\-](\d{4})", re.ASCII)
_EARLIEST, _LATEST = 1850, 2199


def is_partial(text: str) -> bool:
    """Whether this is a date as far as it is known."""
    return earliest(text) is not None


def earliest(text: str) -> date | None:
    """The first day it may have been; None for no date."""
    found = _KNOWN.fullmatch(text)
    return _made(found[1], found[2] or "1", found[3] or "1") if found else None


def latest(text: str) -> date | None:
    """The last day it may have been; None for no date."""
    found = _KNOWN.fullmatch(text)
    if found is None or earliest(text) is None:
        return None
    year, month = int(found[1]), int(found[2] or 12)
    return date(year, month, int(found[3] or monthrange(year, month)[1]))


def part_as_typed(text: str) -> str | None:
    """``2019`` and ``5/2019`` as they are kept; None if it is neither, for a whole date is read elsewhere."""
    word = text.strip()
    year, month = _YEAR.fullmatch(word), _MONTH.fullmatch(word)
    kept = year[1] if year else f"{month[2]}-{int(month[1]):02d}" if month else word
    return kept if len(kept) < 10 and is_partial(kept) else None


def partial_shown(text: str) -> str:
    """As the office writes it: ``2019``, ``05/2019``, ``05/03/2019``."""
    year, *rest = text.split("-")
    return "/".join([*rest, year])


def _made(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if _EARLIEST <= found.year <= _LATEST else None
