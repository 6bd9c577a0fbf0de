"""Who is due: what a rule rests on, and its months."""

import calendar
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from medoffice.front_office.outreach.types.recalls import Seen


def months_after(on: date, months: int) -> date:
    """The same day so many months later, or that month's last."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, calendar.monthrange(year, month + 1)[1]))


def latest(seen: Iterable[Seen]) -> dict[UUID, Seen]:
    """Of each patient what was last."""
    found: dict[UUID, Seen] = {}
    for one in seen:
        known = found.get(one.patient_id)
        if known is None or known.on < one.on:
            found[one.patient_id] = one
    return found
