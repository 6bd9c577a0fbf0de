"""Dates as typed: every way of writing a date gives that date; what is no date gives None, never an error."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from medoffice.ui.dates import day_to_show, parse_date_as_typed, parse_when_as_typed
from medoffice.ui.fields import TypedDateField

TODAY = date(2026, 11, 24)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31))
CENTURY = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


@given(DAYS)
def test_each_long_form_is_read_back(day: date) -> None:
    bare = f" {day.month}/{day.day}/{day.year} "
    forms = (f"{day:%m/%d/%Y}", f"{day:%m-%d-%Y}", f"{day:%Y-%m-%d}", f"{day:%m%d%Y}", bare)
    assert {parse_date_as_typed(text, TODAY) for text in forms} == {day}


@given(CENTURY)
def test_each_short_form_is_of_this_century(day: date) -> None:
    forms = (f"{day:%m/%d/%y}", f"{day:%m-%d-%y}", f"{day:%m%d%y}")
    assert {parse_date_as_typed(text, TODAY) for text in forms} == {day}


@given(st.dates(min_value=date(1926, 11, 25), max_value=TODAY))
def test_a_birth_date_with_a_short_year_is_the_latest_that_has_been(day: date) -> None:
    assert parse_date_as_typed(f"{day:%m/%d/%y}", TODAY, past=True) == day
    assert parse_date_as_typed(f"{day:%m%d%y}", TODAY, past=True) == day


@given(CENTURY, st.integers(0, 999))
def test_days_and_weeks_ahead_and_back(today: date, count: int) -> None:
    assert parse_date_as_typed(f"+{count}d", today) == today + timedelta(days=count)
    assert parse_date_as_typed(f"-{count}W", today) == today - timedelta(weeks=count)


@given(CENTURY, st.integers(0, 400))
def test_months_ahead_keep_the_day_or_take_the_last(today: date, count: int) -> None:
    found = parse_date_as_typed(f"+{count}m", today)
    assert found is not None
    assert (found.year * 12 + found.month) - (today.year * 12 + today.month) == count
    assert found.day == today.day or ((found + timedelta(days=1)).day == 1 and found.day < today.day)


@given(st.text(max_size=14), DAYS)
def test_nothing_typed_is_an_error(text: str, today: date) -> None:
    found = parse_date_as_typed(text, today)
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize("text", ["", "13/01/2026", "02/29/2026", "2026", "1/2", "11/24/226", "+w", "next week", "12"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date_as_typed(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("t", TODAY),
        ("Today", TODAY),
        ("+2w", date(2026, 12, 8)),
        ("+3m", date(2027, 2, 24)),
        ("-1y", date(2025, 11, 24)),
        ("11.24.26", TODAY),
    ],
)
def test_shorthand_of_the_desk(text: str, expected: date) -> None:
    assert parse_date_as_typed(text, TODAY) == expected


def test_the_last_of_a_month_stays_inside_a_month() -> None:
    assert parse_date_as_typed("+1m", date(2027, 1, 31)) == date(2027, 2, 28)
    assert parse_date_as_typed("+1y", date(2028, 2, 29)) == date(2029, 2, 28)
    assert parse_date_as_typed("+1m", date(2026, 11, 30)) == date(2026, 12, 30)


@pytest.mark.parametrize("text", ["", "soon", "01/01/0001", "12/31/9999", "01/01/2127", "-999y"])
def test_a_page_of_no_day_or_one_far_away_shows_today(text: str) -> None:
    assert day_to_show(text, TODAY) == TODAY


@given(st.dates(min_value=date(1927, 1, 1), max_value=date(2126, 1, 1)))
def test_a_page_shows_the_day_it_is_asked_for(day: date) -> None:
    assert day_to_show(f"{day:%m/%d/%Y}", TODAY) == day


def test_a_form_takes_no_date_that_cannot_be_reckoned_with() -> None:
    for text in ("01/01/0001", "12/31/9999"):
        with pytest.raises(ValidationError, match="too far away"):
            TypedDateField().clean(text)
    assert TypedDateField().clean("12/31/2199") == date(2199, 12, 31)


AT_NINE = datetime(2026, 11, 24, 9, tzinfo=ZoneInfo("America/Chicago"))


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("3pm", "2026-11-24 15:00"),
        ("3:30 PM", "2026-11-24 15:30"),
        ("15:30", "2026-11-24 15:30"),
        ("12am", "2026-11-25 00:00"),
        ("12pm", "2026-11-24 12:00"),
        ("8am", "2026-11-25 08:00"),
        ("tomorrow", "2026-11-25 17:00"),
        ("tomorrow 10am", "2026-11-25 10:00"),
        ("t 4p", "2026-11-24 16:00"),
        ("+2w", "2026-12-08 17:00"),
        ("+1d 8am", "2026-11-25 08:00"),
        ("+2h", "2026-11-24 11:00"),
        ("+30min", "2026-11-24 09:30"),
        ("11/30 9:15", "2026-11-30 09:15"),
        ("1/5", "2027-01-05 17:00"),
        ("11/20", "2026-11-20 17:00"),
        ("11/30/2026 9:15", "2026-11-30 09:15"),
    ],
)
def test_when_something_is_due_is_read_as_typed(text: str, due: str) -> None:
    found = parse_when_as_typed(text, AT_NINE)
    assert found is not None
    assert f"{found.astimezone(AT_NINE.tzinfo):%Y-%m-%d %H:%M}" == due
    assert found.utcoffset() == timedelta(0)


NO_TIMES = ["", "3", "13pm", "25:00", "10:75", "soon", "11/30 soon", "tomorrow 3", "2/30", "@3pm", "\u00b2pm"]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_none(text: str) -> None:
    assert parse_when_as_typed(text, AT_NINE) is None


@given(st.text(max_size=30))
def test_any_text_is_a_time_or_none(text: str) -> None:
    found = parse_when_as_typed(text, AT_NINE)
    assert found is None or found.tzinfo is not None
