"""When each step is due: what ships, and what the office has set since."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path

from medoffice.front_office.referrals import models
from medoffice.front_office.referrals.rules.pacing import due_on, pace_on
from medoffice.front_office.referrals.types import Pace, Priority, State

_DATA = Path(__file__).resolve().parents[1] / "data" / "paces.toml"


@cache
def shipped() -> tuple[Pace, ...]:
    """The paces that come with the program."""
    told = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return tuple(Pace(Priority(key), **values) for key, values in told.items())


def paces() -> list[Pace]:
    """What ships, then what the office has set, in the order it was set. One query."""
    rows = models.Pace.objects.order_by("made_at", "id")
    return [*shipped(), *map(_pace, rows)]


def _pace(row: models.Pace) -> Pace:
    days = (row.send, row.acknowledge, row.schedule, row.report, row.review)
    return Pace(Priority(row.priority), row.since, *days, source=row.made_by)


def next_due(priority: Priority, state: State, on: date, visit_on: date | None) -> date | None:
    """The day of the next step of what stands so from ``on``. One query."""
    return due_on(state, on, visit_on, pace_on(paces(), priority, on))
