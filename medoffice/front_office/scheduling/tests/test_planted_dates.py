"""Dates of recurring visits, counted by hand on a calendar before the rule was read."""

from datetime import date

import pytest

from medoffice.front_office.scheduling.rules.recurrence import OddRuleError, dates_of, read_rule


def days(*texts: str) -> list[date]:
    return [date.fromisoformat(text) for text in texts]


@pytest.mark.parametrize(
    ("rule", "first", "expected"),
    [
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=6",
            "2026-11-26",
            days("2026-11-26", "2026-12-07", "2026-12-10", "2026-12-21", "2026-12-24", "2027-01-04"),
        ),
        (
            "FREQ=MONTHLY;BYDAY=5FR;COUNT=5",
            "2026-01-30",
            days("2026-01-30", "2026-05-29", "2026-07-31", "2026-10-30", "2027-01-29"),
        ),
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2026-01-30", days("2026-01-30", "2026-02-27", "2026-03-27")),
        (
            "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4",
            "2026-01-31",
            days("2026-01-31", "2026-03-31", "2026-05-31", "2026-07-31"),
        ),
        ("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=29;COUNT=2", "2024-02-29", days("2024-02-29", "2028-02-29")),
        ("FREQ=MONTHLY;BYMONTHDAY=29;COUNT=3", "2027-01-29", days("2027-01-29", "2027-03-29", "2027-04-29")),
        ("FREQ=MONTHLY;BYMONTHDAY=29;COUNT=3", "2028-01-29", days("2028-01-29", "2028-02-29", "2028-03-29")),
        ("FREQ=DAILY;INTERVAL=30;COUNT=3", "2028-01-30", days("2028-01-30", "2028-02-29", "2028-03-30")),
        ("FREQ=WEEKLY;UNTIL=20261210;BYDAY=TH", "2026-11-26", days("2026-11-26", "2026-12-03", "2026-12-10")),
        ("FREQ=WEEKLY;COUNT=3;BYDAY=TU", "2026-12-29", days("2026-12-29", "2027-01-05", "2027-01-12")),
        ("FREQ=WEEKLY;COUNT=2;BYDAY=SU,MO", "2026-11-29", days("2026-11-29", "2026-11-30")),
        # the week begins on Monday: Sunday of this week, then Monday of the week after next
        ("FREQ=WEEKLY;INTERVAL=2;COUNT=3;BYDAY=SU,MO", "2026-11-29", days("2026-11-29", "2026-12-07", "2026-12-13")),
    ],
)
def test_the_dates_are_those_on_the_calendar(rule: str, first: str, expected: list[date]) -> None:
    assert dates_of(read_rule(rule), date.fromisoformat(first)) == expected


@pytest.mark.parametrize(
    "rule",
    [
        "",
        "FREQ=HOURLY;COUNT=3",
        "FREQ=WEEKLY;INTERVAL=0;COUNT=3",
        "FREQ=WEEKLY;INTERVAL=-1;COUNT=3",
        "FREQ=WEEKLY;COUNT=0",
        "FREQ=WEEKLY;COUNT=99999999999999999999",
        "FREQ=DAILY;INTERVAL=99999999999999999999;COUNT=2",
        "FREQ=MONTHLY;BYMONTHDAY=32;COUNT=2",
        "FREQ=MONTHLY;BYMONTHDAY=0;COUNT=2",
        "FREQ=MONTHLY;BYDAY=6FR;COUNT=2",
        "FREQ=MONTHLY;BYDAY=0FR;COUNT=2",
        "FREQ=WEEKLY;COUNT=2;UNTIL=20261210",
        "FREQ=WEEKLY;UNTIL=20261310",
        "FREQ=WEEKLY;COUNT=\u0663",
        "FREQ=WEEKLY;COUNT=1_0",
        "FREQ=WEEKLY;COUNT=+3",
        "FREQ=WEEKLY;UNTIL=2027W011",
        "FREQ=WEEKLY;UNTIL=20270101 or later",
        "FREQ=WEEKLY;BYDAY=XX;COUNT=2",
        "FREQ=WEEKLY;COUNT=2;BYHOUR=9",
        "RRULE:FREQ=WEEKLY\x00;COUNT=2",
    ],
)
def test_what_says_no_dates_is_refused_in_words(rule: str) -> None:
    with pytest.raises(OddRuleError, match=r"."):
        dates_of(read_rule(rule), date(2026, 11, 26))


def test_a_series_at_the_end_of_all_calendars_is_refused_in_words() -> None:
    for rule in ("FREQ=WEEKLY;COUNT=3", "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "FREQ=DAILY;UNTIL=99991231"):
        with pytest.raises(OddRuleError, match="No series begins"):
            dates_of(read_rule(rule), date(9999, 12, 20))
