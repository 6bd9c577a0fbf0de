"""Dates as people type them at a desk."""

import re
from datetime import date, timedelta

_SEPARATED = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})")
_AHEAD = re.compile(r"([+-])(\d{1,3})([dwmy])")
_DAYS = {"d": 1, "w": 7}


def parse_date_as_typed(text: str, today: date) -> date | None:
    """``11/24/2026``, ``2026-11-24``, ``112426``, ``t`` (today), ``+2w``, ``-3d``, ``+1m``; None if it is no date."""
    word = text.strip().lower()
    if word in ("t", "today"):
        return today
    ahead = _AHEAD.fullmatch(word)
    if ahead:
        return _ahead(today, int(ahead[1] + ahead[2]), ahead[3])
    digits = re.fullmatch(r"(\d{2})(\d{2})(\d{2}|\d{4})", word)
    separated = _SEPARATED.fullmatch(word)
    if digits:
        return _made(digits[3], digits[1], digits[2])
    if separated is None:
        return None
    first, second, third = separated.groups()
    return _made(first, second, third) if len(first) == 4 else _made(third, first, second)


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


def _made(year: str, month: str, day: str) -> date | None:
    """Two-digit years are of this century."""
    if len(year) not in (2, 4):
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None
