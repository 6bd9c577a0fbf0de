"""What an update of ICD-10-CM changed, as the loaded tables show it: on which days, which codes came, which ended."""

from datetime import date, timedelta

from medoffice.standards.terminology.icd10 import day_of, number, to_code
from medoffice.standards.terminology.store import connection
from medoffice.standards.terminology.types import CodeChanges


def update_days() -> list[date]:
    """The days from which on other codes hold, the latest first; the first day the tables know is none."""
    link = connection()
    last, first = link.execute("SELECT (SELECT last FROM reach), min(start) FROM node WHERE start > 0").fetchone()
    starts = link.execute("SELECT DISTINCT start FROM node WHERE start > ?", [first])
    stops = link.execute("SELECT DISTINCT stop FROM node WHERE stop > 0 AND stop < ?", [last])
    days = {day_of(one) for (one,) in starts} | {day_of(one) + timedelta(days=1) for (one,) in stops}
    return sorted(days, reverse=True)


def changed_on(day: date) -> CodeChanges:
    """The codes that may be billed from this day on and not before, and those that ended the day before; by code.

    The end of the tables is no end of its codes. What has another title since is told when a year is brought in.
    """
    link = connection()
    before, last = number(day - timedelta(days=1)), link.execute("SELECT last FROM reach").fetchone()[0]
    new = link.execute("SELECT * FROM node WHERE start = ? ORDER BY id", [number(day)]).fetchall()
    ended = link.execute("SELECT * FROM node WHERE stop = ? AND stop < ? ORDER BY id", [before, last]).fetchall()
    return CodeChanges(day, tuple(to_code(row, day) for row in new), tuple(to_code(row, day) for row in ended))
