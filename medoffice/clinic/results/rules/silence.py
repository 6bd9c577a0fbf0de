"""How long a laboratory has been silent: only the hours count in which the office was open."""

from collections.abc import Iterable
from datetime import datetime, timedelta

QUIET = "lab-quiet"  # the kind of its work
LOOKED_BACK = timedelta(days=60)  # what is silent for longer is silent all the same


def open_time(spans: Iterable[tuple[datetime, datetime]], since: datetime, until: datetime) -> timedelta:
    """How much of these stretches, which do not overlap, lies between two instants."""
    parts = (min(ends, until) - max(starts, since) for starts, ends in spans)
    return sum((part for part in parts if part > timedelta(0)), timedelta(0))


def is_open(spans: Iterable[tuple[datetime, datetime]], at: datetime) -> bool:
    """Whether the office is open at an instant."""
    return any(starts <= at < ends for starts, ends in spans)
