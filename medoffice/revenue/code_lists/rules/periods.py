"""Which days of service a file speaks for, by its name and by what the office says. Pure.

The names are those of CMS's downloads; NCCI's version of pairs counts years and quarters (v320 is the first quarter of
2026), which is read off known names and not from a text of CMS. A payment year of risk adjustment rests on the visits
of the year before it.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta

from medoffice.kernel.refusals import Invalid
from medoffice.revenue.code_lists.types import Period
from medoffice.standards.code_lists.types import ListKind

_PAIRS_BEGAN = 1994
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = {
    ListKind.PAIRS: re.compile(r"cci\w*[-_]?v(?P<version>\d{2})(?P<part>[0-3])r\d", re.IGNORECASE),
    ListKind.UNITS: re.compile(r"MUE_.*Eff_(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d{4})", re.IGNORECASE),
    ListKind.ADD_ONS: re.compile(r"AOC_V(?P<year>\d{4})Q(?P<quarter>[1-4])", re.IGNORECASE),
    ListKind.VALUES: re.compile(r"PPRRVU(?:20)?(?P<short>\d{2})_?(?P<named>[A-Z]{3})", re.IGNORECASE),
    ListKind.LOCALITIES: re.compile(r"GPCI(?P<year>\d{4})", re.IGNORECASE),
    ListKind.HCPCS: re.compile(r"HCPC(?P<year>\d{4})_(?P<named>[A-Z]{3})", re.IGNORECASE),
    ListKind.RXNORM: re.compile(r"RxNorm_full_prescribe_(?P<month>\d\d)(?P<day>\d\d)(?P<year>\d{4})", re.IGNORECASE),
    ListKind.HCC: re.compile(r"ra_dx_to_cc_(?P<payment>\d{4})", re.IGNORECASE),
    ListKind.TAXONOMY: re.compile(r"nucc_taxonomy_(?P<short>\d{2})(?P<half>[01])", re.IGNORECASE),
}
_PART = re.compile(r"-f(\d+)\b", re.IGNORECASE)
_YEARLY = frozenset({ListKind.LOCALITIES, ListKind.HCC})
_COVERAGES, _COVERAGE_DAYS = frozenset({ListKind.COVERAGE, ListKind.NATIONAL, ListKind.NATIONAL_CODES}), 91
# Lists that hold until the next one comes: a year from their day on, so that somebody is told to look for it.
_LASTING = frozenset(
    {
        ListKind.REASONS,
        ListKind.REMARKS,
        ListKind.TAXONOMY,
        ListKind.VACCINES,
        ListKind.LABORATORY,
        ListKind.DRUGS,
        ListKind.RXNORM,
    }
)
_LASTING_DAYS = 365


def period_of(kind: ListKind, name: str, valid_from: date | None, valid_to: date | None) -> Period:
    """The days a file speaks for: as the office says, else as its name says.

    A quarterly list speaks to the end of its quarter, one of the year to the end of the year, coverage for a
    quarter from their day on. Raises Invalid where neither says when it begins, or it ends before it begins.
    """
    begins = valid_from or _begins(kind, name)
    if begins is None:
        raise Invalid("list-undated", f"Nothing in the name {name} says from when on it holds.", "Say --from DATE.")
    ends = valid_to or _ends(kind, begins)
    if ends < begins:
        raise Invalid("list-undated", "It would end before it begins.", "Say --from and --to anew.")
    return Period(name[:120], begins, ends)


def parts_missing(names: list[str]) -> list[int]:
    """The numbers of the parts (-f1, -f2, ...) that are missing before the last one given; none without numbers."""
    numbers = {int(found[1]) for name in names if (found := _PART.search(name))}
    return [number for number in range(1, max(numbers, default=0)) if number not in numbers]


def _begins(kind: ListKind, name: str) -> date | None:
    pattern = _NAMES.get(kind)
    found = pattern.search(name) if pattern else None
    try:
        return _first_day(found.groupdict()) if found else None
    except ValueError:
        return None


def _first_day(told: Mapping[str, str | None]) -> date:
    """The first day that the parts of a name say. Raises ValueError where they say none."""
    if told.get("version"):
        return date(_PAIRS_BEGAN + int(told["version"] or 0), 1 + 3 * int(told["part"] or 0), 1)
    if payment := told.get("payment"):
        return date(int(payment) - 1, 1, 1)
    month = int(told.get("month") or 1)
    if half := told.get("half"):
        month = 1 + 6 * int(half)
    elif quarter := told.get("quarter"):
        month = 3 * int(quarter) - 2
    elif named := told.get("named"):
        month = _MONTHS.index(named.lower()) + 1
    return date(int(told.get("year") or 2000 + int(told.get("short") or 0)), month, int(told.get("day") or 1))


def _ends(kind: ListKind, begins: date) -> date:
    if kind in _COVERAGES:
        return begins + timedelta(days=_COVERAGE_DAYS)
    if kind in _LASTING:
        return begins + timedelta(days=_LASTING_DAYS)
    if kind in _YEARLY:
        return date(begins.year, 12, 31)
    month = (begins.month - 1) // 3 * 3 + 4
    first_after = date(begins.year, month, 1) if month <= 12 else date(begins.year + 1, 1, 1)
    return first_after - timedelta(days=1)
