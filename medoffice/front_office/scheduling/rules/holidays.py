"""Holidays: the date in a year of each that a rule gives."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from medoffice.front_office.scheduling.types import HolidayRule


def dates_of(rules: Iterable[HolidayRule], year: int) -> list[tuple[date, str]]:
    """The holidays of a year, on the days on which they are kept, in order."""
    return sorted((kept_on(_date(one, year)), one.name) for one in rules if year >= one.since)


def kept_on(on: date) -> date:
    """A holiday on a Saturday is kept the day before, on a Sunday the day after."""
    return on + timedelta(days={5: -1, 6: 1}.get(on.weekday(), 0))


def _date(rule: HolidayRule, year: int) -> date:
    if rule.day:
        return date(year, rule.month, rule.day)
    if rule.nth < 0:
        last = date(year, rule.month, monthrange(year, rule.month)[1])
        return last - timedelta(days=(last.weekday() - rule.weekday) % 7)
    first = date(year, rule.month, 1)
    return first + timedelta(days=(rule.weekday - first.weekday()) % 7 + 7 * (rule.nth - 1))
