"""Early or late at the desk (P18, SC14): every minute around a visit has one rule, and none cancels anything."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.scheduling.rules.arrival import arriving

STARTS = datetime(2026, 11, 24, 15, tzinfo=UTC)
ENDS = STARTS + timedelta(minutes=20)


def at(minutes: int) -> datetime:
    return STARTS + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("now", "free", "rule"),
    [
        (-30, -25, "forward"),
        (-30, 10, "keep"),
        (-30, None, "keep"),
        (-19, -15, ""),
        (0, 5, ""),
        (10, 15, ""),
        (11, 30, "release"),
        (16, 30, "release"),
        (16, None, "release"),
    ],
)
def test_the_rule_of_a_minute(now: int, free: int | None, rule: str) -> None:
    found = arriving(STARTS, ENDS, at(now), None if free is None else at(free))
    assert (found.rule if found else "") == rule
    if found is not None and found.rule == "forward":
        assert found.free == at(-25)


def test_a_long_visit_keeps_its_time_a_little_longer() -> None:
    found = arriving(STARTS, STARTS + timedelta(minutes=40), at(14), None)
    assert found is not None
    assert found.rule == "keep"


@given(now=st.integers(-600, 600), free=st.one_of(st.none(), st.integers(0, 600)))
def test_what_is_offered_is_never_past_and_earlier_only_for_the_early(now: int, free: int | None) -> None:
    offered = None if free is None else at(now + free)
    found = arriving(STARTS, ENDS, at(now), offered)
    if found is not None and found.free is not None:
        assert found.free >= at(now)
        assert (found.rule == "forward") == (found.free < STARTS)
