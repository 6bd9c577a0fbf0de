"""Dates as people type them at a desk."""

import re
from datetime import UTC, date, datetime, time, timedelta

_SEPARATED = re.compile(r"(\d{1,4})[/.\-](\d{1,2})[/.\-](\d{1,4})")
_AHEAD = re.compile(r"([+-])(\d{1,3})([dwmy])")
_DAYS = {"d": 1, "w": 7}
_FAR = timedelta(days=36_525)
_SOON = re.compile(r"\+(\d{1,4})(h|min)")
_TIME = re.compile(r"(\d{1,2})(?::(\d{2}))?(?:\s?([ap])m?)?", re.ASCII)
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})", re.ASCII)
_HALF = timedelta(days=183)
END_OF_DAY = time(17)  # a day without a time is due when the office closes


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


def parse_when_as_typed(text: str, now: datetime) -> datetime | None:
    """When something is due: a date as ``parse_date_as_typed`` reads it (then until 17:00), a time (``3pm``, ``15:30``;
    today, or tomorrow if it has been), both (``tomorrow 10am``, ``11/30 9:00``), ``+2h``, ``+30min``. In UTC.

    ``now`` is local and aware, and says the zone. None if it is no such thing.
    """
    word = " ".join(text.strip().lower().split())
    soon = _SOON.fullmatch(word)
    if soon:
        ahead = timedelta(hours=int(soon[1])) if soon[2] == "h" else timedelta(minutes=int(soon[1]))
        return now.astimezone(UTC) + ahead
    day, at = _day(word, now.date()), _time(word)
    if day is None and at is None and " " in word:
        first, rest = word.split(" ", 1)
        day, at = _day(first, now.date()), _time(rest)
        if day is None or at is None:
            return None
    if day is None and at is None:
        return None
    due = datetime.combine(day or now.date(), at or END_OF_DAY, now.tzinfo)
    if day is None and due <= now:
        due += timedelta(days=1)
    return due.astimezone(UTC)


def _day(word: str, today: date) -> date | None:
    if word == "tomorrow":
        return today + timedelta(days=1)
    short = _DAY.fullmatch(word)
    found = _next(int(short[1]), int(short[2]), today) if short else parse_date_as_typed(word, today)
    return found if found and abs(found - today) < _FAR else None


def _next(month: int, day: int, today: date) -> date | None:
    """A month and a day: of this year, or of the next if it was more than half a year ago."""
    for year in (today.year, today.year + 1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if today - found < _HALF:
            return found
    return None


def _time(word: str) -> time | None:
    """``3pm``, ``10:15 am``, ``15:30``; a bare number is no time."""
    found = _TIME.fullmatch(word)
    if found is None or (found[2] is None and found[3] is None):
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return time(hour, minute)


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
