"""When a review is due."""

from collections.abc import Container
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

REVIEW_DAYS = 2
_SATURDAY = 5


def review_due(began: datetime, zone: ZoneInfo, closed: Container[date]) -> datetime:
    """The same time of the day two business days later; weekends and days the office is closed are none."""
    local, left = began.astimezone(zone), REVIEW_DAYS
    while left:
        local += timedelta(days=1)
        left -= local.weekday() < _SATURDAY and local.date() not in closed
    return local.astimezone(began.tzinfo)
