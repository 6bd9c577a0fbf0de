"""Quiet hours: when a message may go, by the clock where it is read."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def first_loud(at: datetime, quiet_from: time, quiet_to: time, zone: ZoneInfo) -> datetime:
    """The first instant at or after ``at`` that is not quiet there. Equal ends: no hour is quiet."""
    local = at.astimezone(zone)
    if not _quiet(local.time(), quiet_from, quiet_to):
        return at
    over = _instant(local.date(), quiet_to, zone)
    return over if over > at else _instant(local.date() + timedelta(days=1), quiet_to, zone)


def _quiet(now: time, quiet_from: time, quiet_to: time) -> bool:
    if quiet_from <= quiet_to:
        return quiet_from <= now < quiet_to
    return now >= quiet_from or now < quiet_to


def _instant(on: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(on, at, zone).astimezone(UTC)
