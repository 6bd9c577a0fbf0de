"""Two business days, over weekends, closed days and the change of the clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from medoffice.management.compliance.rules.due import review_due

CHICAGO = ZoneInfo("America/Chicago")


def at(month: int, day: int, hour: int) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


@pytest.mark.parametrize(
    ("began", "closed", "due"),
    [
        (at(11, 23, 15), set(), at(11, 25, 15)),  # Monday to Wednesday
        (at(11, 24, 15), {date(2026, 11, 26)}, at(11, 27, 15)),  # Tuesday, closed on Thursday
        (at(11, 26, 15), set(), at(11, 30, 15)),  # Thursday to Monday
        (at(11, 28, 15), set(), at(12, 1, 15)),  # Saturday to Tuesday
        (at(10, 30, 15), set(), at(11, 3, 16)),  # Friday to Tuesday; the clock went back on Sunday
    ],
)
def test_a_review_is_due_two_business_days_later(began: datetime, closed: set[date], due: datetime) -> None:
    assert review_due(began, CHICAGO, closed) == due
