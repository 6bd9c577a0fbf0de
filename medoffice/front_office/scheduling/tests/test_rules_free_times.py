"""Free times: never what is booked, always inside the hours, in order, none left out; and the two clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.scheduling.rules.free_times import Span, inside, less, local_span, slots, working
from medoffice.practice.types import Hours

CHICAGO = ZoneInfo("America/Chicago")
MIDNIGHT = datetime(2026, 11, 24, 6, tzinfo=UTC)
SITE = uuid4()


def at(minutes: int) -> datetime:
    return MIDNIGHT + timedelta(minutes=minutes)


@st.composite
def spans(draw: st.DrawFn, most: int) -> list[Span]:
    """Stretches of a day on the five-minute grid that do not overlap but may touch, as hours and bookings do."""
    edges = sorted(draw(st.lists(st.integers(0, 288), unique=True, max_size=2 * most)))
    starts = draw(st.lists(st.booleans(), min_size=len(edges), max_size=len(edges)))
    pairs = [(a, b) for (a, b), kept in zip(pairwise(edges), starts, strict=False) if kept]
    return [Span(at(5 * a), at(5 * b)) for a, b in pairs]


@given(hours=spans(4), booked=spans(10), minutes=st.sampled_from([5, 10, 15, 20, 40, 60]), start=st.integers(0, 1440))
def test_free_times_are_right_and_complete(hours: list[Span], booked: list[Span], minutes: int, start: int) -> None:
    not_before, length = at(start), timedelta(minutes=minutes)
    found = list(slots(less(hours, booked), minutes, not_before))
    assert found == sorted(found)
    for one in found:
        assert one.ends - one.starts == length
        assert one.starts >= not_before
        assert inside(one, hours)
        assert all(one.ends <= taken.starts or taken.ends <= one.starts for taken in booked)
    for before, after in pairwise(found):
        assert before.ends <= after.starts
    for minute in range(0, 1441 - minutes, 5):
        start_at = at(minute)
        wanted = Span(start_at, start_at + length)
        free = start_at >= not_before and any(h.starts <= start_at and wanted.ends <= h.ends for h in hours)
        free = free and all(wanted.ends <= taken.starts or taken.ends <= start_at for taken in booked)
        if free:
            offered = any(one.starts < wanted.ends and start_at < one.ends for one in found)
            assert offered, "a free time that no offered one covers"


@given(hours=spans(4), booked=spans(10))
def test_hours_less_bookings_and_bookings_make_up_the_hours(hours: list[Span], booked: list[Span]) -> None:
    left = list(less(hours, booked))
    for minute in range(0, 1440, 5):
        now = at(minute)
        works = any(one.starts <= now < one.ends for one in hours)
        taken = any(one.starts <= now < one.ends for one in booked)
        assert any(one.starts <= now < one.ends for one in left) == (works and not taken)


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
    assert len(list(slots([back], 60, back.starts))) == 5
    assert len(list(slots([forward], 60, forward.starts))) == 3


def test_an_hour_that_the_clock_skips_offers_nothing() -> None:
    assert list(less([local_span(date(2027, 3, 14), time(2, 30), time(3), CHICAGO)], [])) == []


def hours(weekday: int, starts: int, ends: int, valid_from: date, valid_to: date | None = None) -> Hours:
    return Hours(uuid4(), uuid4(), SITE, weekday, time(starts), time(ends), valid_from, valid_to)


@pytest.mark.parametrize(
    ("on", "found"),
    [(date(2026, 11, 23), 0), (date(2026, 11, 24), 2), (date(2026, 12, 1), 1), (date(2026, 12, 8), 0)],
)
def test_hours_hold_on_their_weekday_from_and_to_their_dates(on: date, found: int) -> None:
    known = [
        hours(1, 8, 12, date(2026, 11, 24), date(2026, 12, 7)),
        hours(1, 13, 17, date(2026, 1, 1), date(2026, 11, 24)),
    ]
    assert len(working(known, SITE, on, CHICAGO)) == found
    assert working(known, UUID(int=0), on, CHICAGO) == []
