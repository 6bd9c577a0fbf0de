"""Which lists were taken in, and how they stand on a day."""

from datetime import date

from medoffice.kernel.checks import Checked
from medoffice.kernel.reading import once
from medoffice.practice.api import today_here
from medoffice.revenue.code_lists import models
from medoffice.revenue.code_lists.rules.standing import ending, stand
from medoffice.revenue.code_lists.types import Loaded, Release
from medoffice.standards.code_lists.types import ListKind


@once
def releases() -> list[Release]:
    """Every list that was taken in, the latest first. One query."""
    return [to_release(row) for row in models.Release.objects.order_by("kind", "-valid_from", "-taken_at")]


def standing_on(on: date) -> list[Loaded]:
    """How every kind of list stands on a day of service. One query."""
    return stand(releases(), on)


def lists_check() -> list[Checked]:
    """The lists that the office loads speak for today, and will for a while."""
    loaded = standing_on(today_here())
    told = ", ".join(f"{one.kind.value} to {one.release.valid_to:%m/%d/%Y}" for one in loaded if one.release)
    words = told or "none is loaded: what they would find is said to be not checked"
    return [Checked("code-lists", "the lists that were loaded speak for today", words, tuple(ending(loaded)))]


def to_release(row: models.Release) -> Release:
    """A row as the noun."""
    return Release(
        id=row.id,
        kind=ListKind(row.kind),
        edition=row.edition,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        source=row.source,
        rows=row.rows,
        last_code=row.last_code,
        taken_by=row.taken_by,
        taken_at=row.taken_at,
    )
