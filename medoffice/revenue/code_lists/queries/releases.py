"""Which lists were taken in, and how they stand on a day."""

from datetime import date
from uuid import UUID

from django.db import connection

from medoffice.kernel.checks import Checked
from medoffice.kernel.reading import once
from medoffice.practice.api import today_here
from medoffice.revenue.code_lists import models
from medoffice.revenue.code_lists.rules.standing import ending, stand
from medoffice.revenue.code_lists.types import Loaded, Release
from medoffice.standards.code_lists.types import ListKind

MOST_KEPT = 4_000
_kept = dict[UUID, Release]()


@once
def releases() -> list[Release]:
    """Every list that was taken in, the latest first. One query for which there are, and one more where one is new to

    this process: what stands in a row of them never changes.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM code_list")
        ids = [one for (one,) in cursor.fetchall()]
    found = {one: known for one in ids if (known := _kept.get(one))}
    if len(found) < len(ids):
        new = {row.id: to_release(row) for row in models.Release.objects.exclude(id__in=found)}
        found |= new
        _keep(new)
    return sorted(found.values(), key=_order)


def _keep(new: dict[UUID, Release]) -> None:
    if len(_kept) + len(new) > MOST_KEPT:
        _kept.clear()
    _kept.update(new)


def _order(one: Release) -> tuple[str, int, float]:
    return one.kind.value, -one.valid_from.toordinal(), -one.taken_at.timestamp()


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
