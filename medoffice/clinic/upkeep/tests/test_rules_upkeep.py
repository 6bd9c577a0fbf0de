"""What may be logged, what is out of its limits, and which reading answers for which time."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from medoffice.clinic.upkeep.rules.due import missed, slots, tick_first
from medoffice.clinic.upkeep.rules.judging import (
    check_kept,
    check_told,
    in_words,
    limits,
    loads_in_doubt,
    odd,
)
from medoffice.clinic.upkeep.types import Entry, Equipment, Kept, Kind, Line, Told, What
from medoffice.kernel.ids import new_id

ID = UUID(int=1)
ZONE, TUESDAY = ZoneInfo("America/Chicago"), date(2026, 11, 24)
FRIDGE = Kept(
    ID, Kind.REFRIGERATOR, "Fridge", (time(9, 30), time(17)), (0, 1, 2, 3, 4), "°C", Decimal(2), Decimal(8)
)  # fmt: skip
STERILE = Kept(ID, Kind.AUTOCLAVE, "Autoclave", (time(12),), (1,))
THING = Equipment(ID, FRIDGE, datetime(2026, 1, 1, tzinfo=UTC), True, 1)


def entry(told: Told, at: datetime, *, stands: bool = True) -> Entry:
    return Entry(new_id(), ID, told, "", at, at, "Tess", None, "", stands)


def here(hour: int, minute: int = 0, on: date = TUESDAY) -> datetime:
    return datetime.combine(on, time(hour, minute), ZONE)


def read(value: str, did: str = "") -> Told:
    return Told(What.READING, Decimal(value), did=did)


@pytest.mark.parametrize(
    ("value", "words"),
    [("1.9", "1.9 °C, below 2 °C"), ("2", ""), ("8", ""), ("8.1", "8.1 °C, above 8 °C")],
)
def test_a_limit_itself_is_within_and_a_tenth_beyond_is_out(value: str, words: str) -> None:
    assert odd(FRIDGE, read(value)) == words


def test_what_is_out_is_no_fault_once_it_says_what_was_done() -> None:
    assert [one.code for one in check_told(FRIDGE, read("11"))] == ["did-missing"]
    assert check_told(FRIDGE, read("11", "moved")) == []
    assert [one.code for one in check_told(FRIDGE, Told(What.READING))] == ["value-missing"]
    assert [one.code for one in check_told(FRIDGE, Told(What.LOAD, load="1", cycle="c", passed=True))] == ["what-odd"]
    assert [one.where for one in check_told(STERILE, Told(What.LOAD))] == ["passed", "load", "cycle"]
    assert [one.code for one in check_told(STERILE, Told(What.SPORE, passed=False))] == ["did-missing"]


def test_what_cannot_be_set_up() -> None:
    assert check_kept(FRIDGE) == []
    nothing = Kept(ID, Kind.REFRIGERATOR, " ", (), (7,), "", Decimal(8), Decimal(2))
    assert [one.where for one in check_kept(nothing)] == ["name", "times", "days", "high", "unit"]
    assert [one.where for one in check_kept(Kept(ID, Kind.ROOM, "R", (time(9),), (0,), vaccines=True))] == ["vaccines"]


def test_a_reading_answers_the_time_of_its_day_that_is_nearest() -> None:
    entries = [entry(read("4"), here(9, 50)), entry(read("5"), here(13, 30))]
    found = slots(THING, [TUESDAY], ZONE, (), entries)
    assert [(one.due, one.entry) for one in found] == [(here(9, 30), entries[0]), (here(17), entries[1])]
    late = slots(THING, [TUESDAY], ZONE, (), entries[1:])
    assert missed(late, here(9, 29)) == []
    assert [one.due for one in missed(late, here(9, 30))] == [here(9, 30)]
    wrong = [entry(read("4"), here(9), stands=False)]
    assert len(missed(slots(THING, [TUESDAY], ZONE, (), wrong), here(18))) == 2


def test_nothing_is_due_when_closed_on_other_days_or_before_it_was_looked_after() -> None:
    saturday = TUESDAY + timedelta(days=4)
    assert slots(THING, [TUESDAY], ZONE, {TUESDAY}, ()) == []
    assert slots(THING, [saturday], ZONE, (), ()) == []
    young = Equipment(ID, FRIDGE, here(12), True, 1)
    assert [one.due for one in slots(young, [TUESDAY], ZONE, (), ())] == [here(17)]
    assert slots(Equipment(ID, FRIDGE, THING.since, False, 1), [TUESDAY], ZONE, (), ()) == []


def test_loads_since_the_last_test_that_passed_are_in_doubt_until_one_passes() -> None:
    def load(number: str) -> Entry:
        return entry(Told(What.LOAD, passed=True, load=number, cycle="132"), here(10))

    def spore(*, passed: bool) -> Entry:
        return entry(Told(What.SPORE, passed=passed), here(12))

    log = [load("1"), spore(passed=True), load("2"), load("3"), spore(passed=False), load("4")]
    assert [one.told.load for one in loads_in_doubt(log)] == ["2", "3", "4"]
    assert loads_in_doubt([*log, spore(passed=True)]) == []
    assert loads_in_doubt(log[:4]) == []


def test_words_of_lines_and_limits() -> None:
    assert in_words(FRIDGE, read("4.1")) == "4.1 °C"
    load = Told(What.LOAD, passed=False, load="12", cycle="132 °C 4 min")
    assert in_words(STERILE, load) == "load 12, 132 °C 4 min: failed"
    assert in_words(STERILE, Told(What.TERMINAL)) == "cleaned for the night"
    assert limits(FRIDGE) == "2 to 8 °C"
    assert limits(STERILE) == ""


def test_the_one_key_of_a_room_means_the_night_from_two_hours_before() -> None:
    room = Equipment(ID, Kept(ID, Kind.ROOM, "Room 1", (time(18),), (1,)), THING.since, True, 1)
    (due,) = slots(room, [TUESDAY], ZONE, (), ())
    line = Line(room, None, (due,), (), due, False)
    assert tick_first(line, here(15, 59)) is What.CLEANED
    assert tick_first(line, here(16)) is What.TERMINAL
    assert tick_first(Line(room, None, (), (), None, False), here(17)) is What.CLEANED
