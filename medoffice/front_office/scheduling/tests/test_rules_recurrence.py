"""Recurring dates against dateutil's, which reads the whole of RFC 5545; and what is no rule of ours."""

from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Any

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped] # a judge without types
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.scheduling.rules.recurrence import (
    FAR,
    MOST,
    OddRuleError,
    Recurrence,
    dates_of,
    read_rule,
    write_rule,
)

FIRST = st.dates(date(2024, 1, 1), date(2028, 12, 31))
EVERY = st.integers(1, 6)
weekdays = st.lists(st.integers(0, 6), unique=True, max_size=7).map(lambda days: tuple(sorted(days)))
endings = st.one_of(
    st.fixed_dictionaries({"count": st.integers(1, 20)}),
    st.fixed_dictionaries({"until": st.dates(date(2029, 1, 1), date(2029, 3, 1))}),
)
shapes: st.SearchStrategy[dict[str, Any]] = st.one_of(
    st.builds(dict, unit=st.just("day"), every=EVERY),
    st.builds(dict, unit=st.just("week"), every=EVERY, weekdays=weekdays),
    st.builds(dict, unit=st.just("month"), every=EVERY, month_day=st.one_of(st.none(), st.integers(1, 31))),
    st.builds(
        dict,
        unit=st.just("month"),
        every=EVERY,
        weekdays=st.integers(0, 6).map(lambda day: (day,)),
        nth=st.sampled_from([-1, 1, 2, 3, 4, 5]),
    ),
)
recurrences = st.builds(lambda shape, ending: Recurrence(**shape, **ending), shapes, endings)


@given(rule=recurrences, first=FIRST)
def test_dates_are_those_of_the_standard(rule: Recurrence, first: date) -> None:
    text = write_rule(rule)
    if rule.unit == "month" and rule.month_day is None and rule.nth is None:
        text += f";BYMONTHDAY={first.day}"
    judge = rrulestr(f"RRULE:{text}", dtstart=datetime.combine(first, datetime.min.time()))
    last = first + timedelta(days=FAR)
    until = datetime.combine(last, datetime.min.time())
    wanted = [one.date() for one in takewhile(lambda one: bool(one <= until), judge)]
    try:
        found = dates_of(rule, first)
    except OddRuleError:
        assert len(wanted) > MOST
        return
    assert found == wanted[: len(found)]
    assert len(found) == len(wanted) or len(found) == rule.count


@given(recurrences)
def test_a_rule_that_is_written_is_read_back(rule: Recurrence) -> None:
    assert read_rule(write_rule(rule)) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ=YEARLY;COUNT=2",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20261231",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=61",
        "FREQ=WEEKLY;COUNT=two",
        "FREQ=WEEKLY;COUNT=2;BYDAY=2MO",
        "FREQ=WEEKLY;COUNT=2;BYDAY=XX",
        "FREQ=DAILY;COUNT=2;BYDAY=MO",
        "FREQ=MONTHLY;COUNT=2;BYDAY=MO",
        "FREQ=MONTHLY;COUNT=2;BYDAY=1MO,2TU",
        "FREQ=MONTHLY;COUNT=2;BYMONTHDAY=32",
        "FREQ=DAILY;INTERVAL=0;COUNT=2",
        "FREQ=DAILY;COUNT=2;BYHOUR=9",
    ],
)
def test_what_is_no_rule_of_ours_says_so(text: str) -> None:
    with pytest.raises(OddRuleError):
        read_rule(text)


def test_a_rule_without_an_end_in_reach_is_too_much() -> None:
    with pytest.raises(OddRuleError, match="at most 60"):
        dates_of(Recurrence("day", until=date(2030, 1, 1)), date(2026, 1, 1))


def test_a_day_that_no_month_has_is_left_out() -> None:
    assert dates_of(Recurrence("month", month_day=31, count=3), date(2026, 1, 31)) == [
        date(2026, 1, 31),
        date(2026, 3, 31),
        date(2026, 5, 31),
    ]
