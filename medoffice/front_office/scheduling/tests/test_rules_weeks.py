"""Weeks: what cannot be said, what a new one leaves of the old, and how a week is written and read back."""

from datetime import date, time, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.scheduling.queries.holidays import holiday_rules
from medoffice.front_office.scheduling.rules.holidays import dates_of, kept_on
from medoffice.front_office.scheduling.rules.week_text import OddWeekError, read_week, write_week
from medoffice.front_office.scheduling.rules.weeks import collision, left_of, odd_blocks, week_of, weekly_minutes
from medoffice.front_office.scheduling.types import Block, Week

times = st.integers(0, 287).map(lambda number: time(number // 12, number % 12 * 5))
words = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
blocks = st.builds(
    Block,
    weekday=st.integers(0, 6),
    starts=times,
    ends=times,
    kinds=st.lists(words, max_size=2, unique=True).map(tuple),
    opens_days=st.one_of(st.none(), st.integers(0, 99)),
    at_once=st.one_of(st.none(), st.integers(1, 9)),
    label=st.one_of(st.just(""), words),
)
days = st.dates(date(2026, 1, 1), date(2026, 3, 1))
stretches = st.tuples(days, st.one_of(st.none(), days)).filter(lambda one: one[1] is None or one[0] <= one[1])


@given(st.lists(blocks, max_size=8))
def test_a_week_that_is_written_is_read_back(week: list[Block]) -> None:
    assert sorted(read_week(write_week(week)), key=str) == sorted(week, key=str)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("Mon-Fri 8:00-12:00, 13-17", 10),
        ("monday, wed 8 am - 12:30 pm", 2),
        ("Sat 9-12; only sick, physical; opens 2 days before; 3 at once; called walk-in hours", 1),
        ("\n  \n", 0),
    ],
)
def test_a_week_is_written_as_people_write(text: str, blocks: int) -> None:
    assert len(read_week(text)) == blocks


def test_options_say_what_sort_of_time_it_is() -> None:
    (one,) = read_week("Sat 9-12; only sick, physical; opens 2 days before; 3 at once; called Walk-in hours")
    assert one == Block(5, time(9), time(12), ("sick", "physical"), 2, 3, "Walk-in hours")


@pytest.mark.parametrize(
    "text", ["8-12", "Mon", "Moonday 8-12", "Mon 8-", "Mon 25:00-26:00", "Mon 8-12; tea", "Mon 8-12-13"]
)
def test_a_line_that_says_no_hours_is_named(text: str) -> None:
    with pytest.raises(OddWeekError, match=text.split(";", maxsplit=1)[0]):
        read_week(f"Tue 8-12\n{text}")


@pytest.mark.parametrize(
    ("one", "odd"),
    [
        (Block(1, time(12), time(12)), True),
        (Block(7, time(8), time(12)), True),
        (Block(1, time(8), time(12), at_once=0), True),
        (Block(1, time(11), time(13)), True),
        (Block(1, time(12), time(13)), False),
        (Block(2, time(8), time(12)), False),
    ],
)
def test_blocks_end_later_and_do_not_overlap(one: Block, odd: bool) -> None:
    assert bool(odd_blocks([Block(1, time(8), time(12)), one])) is odd


@given(old=stretches, new=stretches)
def test_a_new_week_takes_its_days_and_leaves_the_others(
    old: tuple[date, date | None], new: tuple[date, date | None]
) -> None:
    left = left_of(old, new)
    for number in range(-2, 70):
        day = date(2026, 1, 1) + timedelta(days=number)
        held = [one for one in left if one[0] <= day and (one[1] is None or day <= one[1])]
        was = old[0] <= day and (old[1] is None or day <= old[1])
        mine = new[0] <= day and (new[1] is None or day <= new[1])
        assert len(held) == (was and not mine)


def test_nobody_is_at_two_sites_at_once() -> None:
    week = week_of([1], [(time(8), time(12))])
    other = Week(uuid4(), uuid4(), uuid4(), date(2026, 1, 1), date(2026, 6, 30), week)
    mine = (Block(1, time(11), time(13)),)
    assert (
        collision(mine, (date(2026, 6, 30), None), [other]) == "There are hours on Tuesday from 08:00 to 12:00 already."
    )
    assert collision(mine, (date(2026, 7, 1), None), [other]) == ""
    assert collision((Block(1, time(12), time(13)),), (date(2026, 1, 1), None), [other]) == ""
    assert weekly_minutes(week_of(range(5), [(time(8), time(12)), (time(13), time(17))])) == 2_400


def test_the_holidays_of_a_year_are_on_their_days() -> None:
    found = {name: on for on, name in dates_of(holiday_rules(), 2026)}
    assert found["Thanksgiving Day"] == date(2026, 11, 26)
    assert found["Memorial Day"] == date(2026, 5, 25)
    assert found["Independence Day"] == date(2026, 7, 3)  # a Saturday is kept on the Friday before
    assert found["Labor Day"] == date(2026, 9, 7)
    assert len(found) == 11
    assert "Juneteenth National Independence Day" not in {name for _, name in dates_of(holiday_rules(), 2020)}
    assert kept_on(date(2027, 12, 26)) == date(2027, 12, 27)
