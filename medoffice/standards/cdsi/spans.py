"""Ages and intervals as the schedule writes them: ``4 years - 4 days``, and the day they lead to."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

Span = tuple[tuple[int, str], ...]
"""Parts in the order of the text: how many (less than none after a minus) of days, weeks, months or years."""

_PART = re.compile(r"\s*([+-]?)\s*(\d{1,5})\s*(day|week|month|year)s?\s*")


def span(text: str) -> Span | None:
    """What a text says; None for none. ValueError if it cannot be read."""
    found: list[tuple[int, str]] = []
    at = 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None or (found and not part[1]):
            raise ValueError(f"'{text[:60]}' is no age and no interval")
        found.append((int(part[1] + part[2]), part[3]))
        at = part.end()
    return tuple(found) or None


@lru_cache(maxsize=1 << 16)
def after(day: date, much: Span) -> date:
    """The day so long after a day. A day that a month does not have is the first of the next month."""
    for count, unit in much:
        if unit in ("year", "month"):
            day = _months(day, count * 12 if unit == "year" else count)
        else:
            day = _days(day, count * 7 if unit == "week" else count)
    return day


def _months(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    if year >= date.max.year:
        return date.max
    if day.day <= monthrange(year, month + 1)[1]:
        return day.replace(year=year, month=month + 1)
    return date(year, month + 1, 28) + timedelta(days=monthrange(year, month + 1)[1] - 27)


def _days(day: date, count: int) -> date:
    room = (date.max - day).days
    return day + timedelta(days=min(count, room))
