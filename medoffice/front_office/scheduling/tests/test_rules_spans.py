"""Stretches of time: wall clocks over the two changes, and their arithmetic against instants looked at one by one."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.scheduling.rules.spans import Span, crowded, inside, less, local_span, union

CHICAGO = ZoneInfo("America/Chicago")
MIDNIGHT = datetime(2026, 11, 24, 6, tzinfo=UTC)
MINUTES = range(0, 300, 5)


def at(minutes: int) -> datetime:
    return MIDNIGHT + timedelta(minutes=minutes)


spans = st.lists(
    st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda one: Span(at(5 * one[0]), at(5 * (one[0] + one[1])))),
    max_size=8,
)


def runs(found: list[Span], minute: int) -> int:
    return sum(one.starts <= at(minute) < one.ends for one in found)


@given(one=spans, other=spans, count=st.integers(1, 4))
def test_instants_are_where_they_belong(one: list[Span], other: list[Span], count: int) -> None:
    joined, left, busy = union(one), less(one, other), crowded(one, count)
    for minute in MINUTES:
        assert runs(joined, minute) == (runs(one, minute) > 0)
        assert runs(left, minute) == (runs(one, minute) > 0 and runs(other, minute) == 0)
        assert runs(busy, minute) == (runs(one, minute) >= count)
    for found in (joined, busy):
        assert all(before.ends < after.starts for before, after in pairwise(found))
    assert left == sorted(left)


@given(one=spans, start=st.integers(0, 300), length=st.integers(1, 60))
def test_inside_is_wholly_inside_one(one: list[Span], start: int, length: int) -> None:
    asked, joined = Span(at(start), at(start + length)), union(one)
    assert inside(asked, joined) == all(runs(joined, minute) for minute in range(start, start + length))


@pytest.mark.parametrize(
    ("on", "starts_utc", "hours"),
    [
        (date(2026, 10, 31), 13, 9),
        (date(2026, 11, 1), 14, 9),  # clocks went back in the night
        (date(2027, 3, 13), 14, 9),
        (date(2027, 3, 14), 13, 9),  # clocks went forward in the night
    ],
)
def test_office_hours_are_the_wall_clock_s(on: date, starts_utc: int, hours: int) -> None:
    span = local_span(on, time(8), time(17), CHICAGO)
    assert span.starts == datetime(on.year, on.month, on.day, starts_utc, tzinfo=UTC)
    assert span.ends - span.starts == timedelta(hours=hours)


def test_the_night_of_a_clock_change_is_longer_or_shorter() -> None:
    back = local_span(date(2026, 11, 1), time(0), time(4), CHICAGO)
    forward = local_span(date(2027, 3, 14), time(0), time(4), CHICAGO)
    assert (back.ends - back.starts, forward.ends - forward.starts) == (timedelta(hours=5), timedelta(hours=3))


def test_an_hour_that_the_clock_skips_offers_nothing() -> None:
    assert less([local_span(date(2027, 3, 14), time(2, 30), time(3), CHICAGO)], []) == []
