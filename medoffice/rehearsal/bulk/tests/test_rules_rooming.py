"""Whoever is brought to a room finds nobody there, on a day when more are seen than there are rooms for."""

from datetime import date, datetime, time
from itertools import combinations
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from medoffice.rehearsal.bulk.actions.days import Days
from medoffice.rehearsal.bulk.types import Course, Size
from medoffice.rehearsal.population.api import demo_office, households
from medoffice.rehearsal.stories.api import room_among

SIZE = Size(people=600, months=1, today=date(2026, 11, 24), visits_a_year=40)
ROOMS = ("Room 1", "Room 2", "Room 3")


@given(st.sets(st.sampled_from(ROOMS)), st.integers(min_value=0))
def test_the_room_is_one_that_nobody_is_in_or_none(taken: set[str], drawn: int) -> None:
    room = room_among(ROOMS, taken, drawn)
    assert (room is None) is (taken == set(ROOMS))
    assert room not in taken


def test_on_busy_days_no_two_patients_are_in_one_room_and_who_finds_none_is_in_none() -> None:
    office, zone = demo_office(), ZoneInfo(demo_office().zone)
    homes = [home for home in households(SIZE.seed, SIZE.people, SIZE.today) for _ in home.people]
    now = datetime.combine(SIZE.today, time(7, 30), zone)
    days = Days(SIZE, office, {place.key: ROOMS for place in office.sites}, lambda index: homes[index], now)
    seen = [one for on in days.all() if on < SIZE.today for one in days.courses(on) if one.seen]
    without = [one for one in seen if one.seen and one.seen.room is None]
    assert len(seen) > 300
    assert without
    for one, other in combinations(seen, 2):
        assert not _meet(one, other), (one.plan, other.plan)
    for one in without:
        assert len({other.seen.room for other in seen if other.seen and _there(other, one)}) == len(ROOMS)


def _meet(one: Course, other: Course) -> bool:
    """Whether both were in one room at one time."""
    a, b = one.seen, other.seen
    if a is None or b is None or a.room is None or (one.plan.site, a.room) != (other.plan.site, b.room):
        return False
    return a.roomed <= b.written and b.roomed <= a.written


def _there(other: Course, one: Course) -> bool:
    """Whether another patient was in a room when this one was to be brought to one."""
    a, b = other.seen, one.seen
    assert a is not None
    assert b is not None
    return other.plan.site == one.plan.site and a.room is not None and a.roomed <= b.roomed <= a.written
