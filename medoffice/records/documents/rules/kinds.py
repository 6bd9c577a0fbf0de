"""Which types of documents may be chosen on a day, and until when a document is kept."""

from collections.abc import Iterable
from datetime import date

from medoffice.records.documents.types import DocumentKind, Keeping


def in_use(kinds: Iterable[DocumentKind], on: date) -> list[DocumentKind]:
    """The kinds that may be chosen on a day."""
    return [kind for kind in kinds if kind.since <= on and (kind.until is None or on <= kind.until)]


def kept_until(keep: Keeping, dated: date, born: date | None) -> date:
    """The last day on which a document is kept in any case: by its date and, of a minor, by their 18th birthday."""
    by_date = _plus(dated, keep.years)
    return max(by_date, _plus(born, 18 + keep.years_after_18)) if born and keep.years_after_18 else by_date


def _plus(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, day=28)
