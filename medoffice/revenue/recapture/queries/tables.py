"""Which mapping of diagnoses to HCC speaks for the visits of a year: the office's own, else the one that ships."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cache
from uuid import UUID

from medoffice.practice.api import today_here
from medoffice.revenue.code_lists.api import standing_on, words_listed
from medoffice.revenue.code_lists.types import Release
from medoffice.revenue.recapture.types import Tables
from medoffice.standards.code_lists.types import ListKind
from medoffice.standards.hcc.api import MODEL, shipped, year_of_visits
from medoffice.standards.terminology.api import changed_on, last_day, update_days

Mapped = Mapping[str, tuple[str, ...]]


def tables_for(year: int, codes: Collection[str]) -> Tables:
    """The mapping of a year for these codes, with what the year before had of codes that it has not.

    At most four queries, and those of the tables of codes.
    """
    source, mapped = _mapping(year, codes)
    if not source:
        return Tables(year, "", {}, {}, frozenset())
    without = [code for code in codes if code not in mapped]
    _, before = _mapping(year - 1, without)
    release, _ = _release(year)
    since = _newer_from(year, release.id if release else None, last_day())
    new = frozenset(code for day in update_days() if since and day >= since for code in _new_codes(day, last_day()))
    newer = frozenset(without) & new
    return Tables(year, source, mapped, before, newer, since if newer else None)


def _mapping(year: int, codes: Collection[str]) -> tuple[str, Mapped]:
    """Whence the mapping of a year is, and what it says of these codes."""
    release, on = _release(year)
    if release is not None:
        rows = words_listed({ListKind.HCC: codes}, on) if codes else {}
        own = f"{MODEL} for payment year {year + 1}, the office's file {release.source}"
        return own, {code: tuple(row.of.split()) for (_, code), row in rows.items()}
    known = year_of_visits(year)
    if known is None:
        return "", {}
    told = f"{MODEL} for payment year {known.payment}: {known.mapping}; {shipped().source}"
    return told, {code: known.codes[code] for code in codes if code in known.codes}


def _release(year: int) -> tuple[Release | None, date]:
    """The office's own file for the visits of a year, asked on its last day that has come."""
    on = max(date(year, 1, 1), min(today_here(), date(year, 12, 31)))
    found = next(one for one in standing_on(on) if one.kind is ListKind.HCC)
    return (found.release if found.speaks else None), on


@cache
def _newer_from(year: int, _release: UUID | None, reach: date) -> date | None:
    """The first update of codes of which the mapping has no code: it is older than that. None if it knows the last.

    Kept by the release, whose rows never change, and by how far the tables of codes reach.
    """
    since = None
    for day in update_days():
        new = _new_codes(day, reach)
        if _mapping(year, new)[1]:
            return since
        since = day if new else since
    return since


@cache
def _new_codes(day: date, _reach: date) -> frozenset[str]:
    return frozenset(one.code for one in changed_on(day).new)


def began_before(year: int, years: int) -> date:
    """The first day of the earlier years that are looked at."""
    return date(year - years, 1, 1)


def last_day_of(year: int) -> date:
    """The last day of a year's visits."""
    return date(year + 1, 1, 1) - timedelta(days=1)
