"""Dates as people type them at a desk."""

import re
from datetime import date, timedelta

_SEPARATED = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})")
_AHEAD = re.compile(r"([+-])(\d{1,3})([dwmy])")
_DAYS = {"d": 1, "w": 7}
_FAR = timedelta(days=36_525)


def parse_date_as_typed(text: str, today: date | None, *, past: bool = False) -> date | None:
    """``11/24/2026``, ``2026-11-24``, ``112426``, ``t`` (today), ``+2w``, ``-3d``, ``+1m``; None if it is no date.

    Without a ``today`` only whole dates are dates. A year of two digits is of this century; with ``past`` (birth dates)
    it is the latest such year that has been. Raises TypeError for ``past`` without a ``today``.
    """
    if past and today is None:
        raise TypeError("a date in the past is read from a today")
    word = text.strip().lower()
    if today and word in ("t", "today"):
        return today
    ahead = _AHEAD.fullmatch(word)
    if today and ahead:
        return _ahead(today, int(ahead[1] + ahead[2]), ahead[3])
    digits = re.fullmatch(r"(\d{2})(\d{2})(\d{2}|\d{4})", word)
    separated = _SEPARATED.fullmatch(word)
    if digits:
        return _made(digits[3], digits[1], digits[2], today if past else None)
    if separated is None:
        return None
    first, second, third = separated.groups()
    if len(first) == 4:
        return _made(first, second, third)
    return _made(third, first, second, today if past else None)


def day_to_show(text: str, today: date) -> date:
    """The day a page is asked for, as typed; today if that is no date, or a hundred years away and more."""
    found = parse_date_as_typed(text, today)
    return found if found and abs(found - today) < _FAR else today


def _ahead(today: date, count: int, unit: str) -> date | None:
    try:
        if unit in _DAYS:
            return today + timedelta(days=count * _DAYS[unit])
        months = today.year * 12 + today.month - 1 + count * (12 if unit == "y" else 1)
        year, month = divmod(months, 12)
        last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
        return date(year, month + 1, min(today.day, last))
    except (ValueError, OverflowError):
        return None


def _made(year: str, month: str, day: str, latest: date | None = None) -> date | None:
    """The date, or None. A short year is of 2000 on, or a hundred years before if that would be after ``latest``."""
    if len(year) not in (2, 4):
        return None
    try:
        found = date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
        if len(year) == 2 and latest and found > latest:
            return found.replace(year=found.year - 100)
    except ValueError:
        return None
    return found
