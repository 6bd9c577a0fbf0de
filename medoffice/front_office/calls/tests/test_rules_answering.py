"""The answering service's files: both layouts, what cannot be read with its line, and anything at all."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from medoffice.front_office.calls.rules.answering import MOST, read_messages

ZONE = ZoneInfo("America/Chicago")
CSV = """received,caller,phone,message,patient,born,urgent,told
11/23/2026 22:15,Otto Quist,(217) 555-0101,"Fever, and a rash",Ida Quist,3/8/2019,yes,Dr. Okafor
2026-11-24T01:05,Corner Pharmacy,217-555-0150,A word about a dose,,,,
"""
TEXT = """Received: 11/23/2026 10:15 pm
Caller: Otto Quist
Phone: (217) 555-0101
Message: Fever, and
  a rash since noon
Patient: Ida Quist
Born: 3/8/2019
Urgent: yes
----
From: Corner Pharmacy
Number: 217-555-0150
Date: 2026-11-24 01:05
Message: A word about a dose
"""


@pytest.mark.parametrize("text", [CSV, TEXT, CSV.replace("\n", "\r\n"), "\ufeff" + CSV, "\n\n" + TEXT])
def test_both_layouts_are_read(text: str) -> None:
    found = read_messages(text, ZONE)
    assert found.errors == []
    first, second = found.messages
    assert first.received == datetime(2026, 11, 24, 4, 15, tzinfo=UTC)
    assert (first.caller, first.patient, first.born, first.urgent) == (
        "Otto Quist",
        "Ida Quist",
        date(2019, 3, 8),
        True,
    )
    assert first.message.startswith("Fever, and a rash")
    assert (second.caller, second.patient, second.born, second.urgent) == ("Corner Pharmacy", "", None, False)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("soon,Otto,217,hello", "time it was received"),
        ("11/23/2026 25:00,Otto,217,hello", "time it was received"),
        ("11/23/2026 13:00 pm,Otto,217,hello", "time it was received"),
        (",Otto,217,hello", "no received"),
        ("11/23/2026 22:00,,217,", "no caller, no message"),
        (f"11/23/2026 22:00,{'x' * 121},217,hello", "Too long: caller"),
        (f"11/23/2026 22:00,Otto,217,{'x' * 4001}", "Too long: message"),
    ],
)
def test_what_cannot_be_read_has_its_line_and_tells_nothing(row: str, words: str) -> None:
    found = read_messages(f"received,caller,phone,message\n11/23/2026 22:00,Ana,217,fine\n{row}\n", ZONE)
    assert [one.caller for one in found.messages] == ["Ana"]
    ((line, said),) = found.errors
    assert line == 3
    assert words in said
    assert "hello" not in said


def test_an_empty_file_and_a_wrong_birth_date_are_said() -> None:
    assert read_messages("  \n", ZONE).errors[0][0] == 1
    assert read_messages("Dear office,\nnothing happened\n", ZONE).errors
    found = read_messages(TEXT.replace("3/8/2019", "13/13/2019"), ZONE)
    assert "birth date" in found.errors[0][1]
    assert len(found.messages) == 1


def test_no_more_is_read_than_a_night_has() -> None:
    rows = "".join(f"11/23/2026 22:00,Ana,217,message {number}\n" for number in range(MOST + 3))
    found = read_messages("received,caller,phone,message\n" + rows, ZONE)
    assert len(found.messages) == MOST
    assert "first" in found.errors[-1][1]


def test_the_same_message_has_the_same_key() -> None:
    (first, second), (again, _) = read_messages(CSV, ZONE).messages, read_messages(TEXT, ZONE).messages
    assert first.key == read_messages(CSV, ZONE).messages[0].key
    assert len({first.key, second.key, again.key}) == 3


@given(some.text(max_size=400))
def test_nothing_is_raised_on_content(text: str) -> None:
    for typed in (text, CSV + text, TEXT + text, "received,caller," + text):
        found = read_messages(typed, ZONE)
        assert found.messages or found.errors
