"""Recurring dates: the part of RFC 5545's RRULE that an office books by.

Every so many days; every so many weeks on some weekdays; every so many months on a day of the month, or on a weekday
such as the second or the last; so many times, or until a day.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count as numbers
from itertools import islice, takewhile

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MOST = 60  # visits of a series
FAR = 366 * 10  # days; a rule that finds fewer dates than it wants ends there


class OddRuleError(ValueError):
    """A rule that says no dates; its words say what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule. ``unit`` is day, week or month; ``nth`` (-1: the last) goes with one weekday of a month."""

    unit: str
    every: int = 1
    weekdays: tuple[int, ...] = ()
    month_day: int | None = None
    nth: int | None = None
    count: int | None = None
    until: date | None = None


_FREQ = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month"}
_DAY = re.compile(r"(-1|[1-5])?(MO|TU|WE|TH|FR|SA|SU)")


def read_rule(text: str) -> Recurrence:
    """A rule as RRULE writes it (``FREQ=WEEKLY;BYDAY=MO,WE;COUNT=6``). Raises OddRuleError for others."""
    parts = dict(part.partition("=")[::2] for part in text.strip().upper().split(";") if part)
    known = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "COUNT", "UNTIL"}
    if not parts.keys() <= known or parts.get("FREQ") not in _FREQ:
        raise OddRuleError("A visit recurs daily, weekly or monthly.")
    found = [_DAY.fullmatch(day) for day in parts.get("BYDAY", "").split(",") if day]
    if any(one is None for one in found):
        raise OddRuleError("This is no weekday.")
    places = {one[1] for one in found if one}
    try:
        rule = Recurrence(
            _FREQ[parts["FREQ"]],
            _number(parts.get("INTERVAL", "1")),
            tuple(sorted({DAYS.index(one[2]) for one in found if one})),
            _number(parts["BYMONTHDAY"]) if "BYMONTHDAY" in parts else None,
            int(next(iter(places))) if len(places) == 1 and places != {None} else None,
            _number(parts["COUNT"]) if "COUNT" in parts else None,
            _day(parts["UNTIL"]) if "UNTIL" in parts else None,
        )
    except ValueError as error:
        raise OddRuleError("A number or a date of this rule is none.") from error
    _refuse_odd(rule)
    return rule


def _number(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,9}", text):
        raise ValueError(text)
    return int(text)


def _day(text: str) -> date:
    if not re.fullmatch(r"[0-9]{8}(T[0-9]{6}Z?)?", text):
        raise ValueError(text)
    return date.fromisoformat(text[:8])


def write_rule(rule: Recurrence) -> str:
    """The rule as RRULE writes it."""
    place = "" if rule.nth is None else str(rule.nth)
    parts = [f"FREQ={next(name for name, unit in _FREQ.items() if unit == rule.unit)}"]
    parts += [f"INTERVAL={rule.every}"] if rule.every != 1 else []
    parts += [f"BYDAY={','.join(place + DAYS[day] for day in rule.weekdays)}"] if rule.weekdays else []
    parts += [f"BYMONTHDAY={rule.month_day}"] if rule.month_day is not None else []
    parts += [f"COUNT={rule.count}"] if rule.count is not None else []
    parts += [f"UNTIL={rule.until:%Y%m%d}"] if rule.until is not None else []
    return ";".join(parts)


def dates_of(rule: Recurrence, first: date) -> list[date]:
    """The dates from a first day on, in order. Raises OddRuleError for a rule that says no dates, or too many."""
    _refuse_odd(rule)
    if first > date.max - timedelta(days=2 * FAR):
        raise OddRuleError("No series begins on that day.")
    last = min(rule.until or date.max, first + timedelta(days=FAR))
    every = takewhile(lambda on: on <= last, (on for on in _all(rule, first) if on >= first))
    found = list(islice(every, MOST + 1 if rule.count is None else rule.count))
    if len(found) > MOST:
        raise OddRuleError(f"A series has at most {MOST} visits; say how many.")
    return found


def _refuse_odd(rule: Recurrence) -> None:
    if rule.unit not in _FREQ.values() or not 1 <= rule.every <= 52:
        raise OddRuleError("A visit recurs every day, week or month, or every 2 to 52 of them.")
    if (rule.count is None) == (rule.until is None):
        raise OddRuleError("Say how many times, or until when; not both.")
    if rule.count is not None and not 1 <= rule.count <= MOST:
        raise OddRuleError(f"A series has 1 to {MOST} visits.")
    if rule.weekdays and rule.unit == "day":
        raise OddRuleError("Weekdays go with weeks and months.")
    if rule.unit == "month" and bool(rule.weekdays) != (rule.nth is not None):
        raise OddRuleError("In a month a weekday is the first to fifth, or the last.")
    if rule.nth is not None and (rule.unit != "month" or len(rule.weekdays) != 1 or rule.month_day is not None):
        raise OddRuleError("One weekday of a month is counted, and nothing else.")
    if rule.month_day is not None and (rule.unit != "month" or not 1 <= rule.month_day <= 31):
        raise OddRuleError("A day of the month goes with months.")


def _all(rule: Recurrence, first: date) -> Iterator[date]:
    """The dates of a rule without its end, from the beginning of the first day's week or month on."""
    for number in numbers(0, rule.every):
        if rule.unit == "day":
            yield first + timedelta(days=number)
        elif rule.unit == "week":
            monday = first + timedelta(days=7 * number - first.weekday())
            yield from (monday + timedelta(days=day) for day in rule.weekdays or (first.weekday(),))
        else:
            yield from _in_month(rule, first, number)


def _in_month(rule: Recurrence, first: date, number: int) -> Iterator[date]:
    """The date in the so-many-th month after the first day's, if it has one."""
    year, month = divmod(first.year * 12 + first.month - 1 + number, 12)
    month += 1
    begins, length = monthrange(year, month)
    if rule.nth is None:
        day = rule.month_day or first.day
    elif rule.nth > 0:
        day = 1 + (rule.weekdays[0] - begins) % 7 + 7 * (rule.nth - 1)
    else:
        last = date(year, month, length)
        day = length - (last.weekday() - rule.weekdays[0]) % 7
    if day <= length:
        yield date(year, month, day)
    elif number > FAR // 28:
        yield date.max
