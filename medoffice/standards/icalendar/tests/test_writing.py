"""Calendars: lines of at most 75 octets that unfold to what was said, whatever stands in it."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.icalendar.writing import Event, calendar

NOW = datetime(2026, 11, 24, 14, 30, tzinfo=UTC)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=120)


@given(summary=texts, place=texts)
def test_lines_are_short_and_say_what_was_said(summary: str, place: str) -> None:
    told = calendar("Okafor", [Event("a@b", NOW, NOW + timedelta(minutes=20), summary, place)], NOW)
    lines = told.split("\r\n")
    assert lines[-1] == ""
    assert all(len(line.encode()) <= 75 for line in lines)
    unfolded = told.replace("\r\n ", "").split("\r\n")
    (said,) = [line.removeprefix("SUMMARY:") for line in unfolded if line.startswith("SUMMARY:")]
    plain = said.replace("\\\\", "\x00").replace("\\;", ";").replace("\\,", ",").replace("\x00", "\\")
    assert plain == summary
    assert any(line.startswith("LOCATION:") for line in unfolded) == bool(place)


def test_a_calendar_is_whole() -> None:
    told = calendar("Dr. Okafor", [Event("1@office", NOW, NOW + timedelta(hours=1), "Visit\nnow")], NOW).splitlines()
    assert told == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//medoffice//schedule//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Dr. Okafor",
        "BEGIN:VEVENT",
        "UID:1@office",
        "DTSTAMP:20261124T143000Z",
        "DTSTART:20261124T143000Z",
        "DTEND:20261124T153000Z",
        "SUMMARY:Visit\\nnow",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_the_hour_that_comes_twice_is_told_as_two() -> None:
    here = ZoneInfo("America/New_York")
    first, again = (datetime(2026, 11, 1, 1, 30, fold=fold, tzinfo=here) for fold in (0, 1))
    told = calendar("x", [Event(f"{one.fold}@x", one, one, "Visit") for one in (first, again)], NOW).splitlines()
    assert [one for one in told if one.startswith("DTSTART")] == [
        "DTSTART:20261101T053000Z",
        "DTSTART:20261101T063000Z",
    ]
