"""Ids are UUIDv7, later ones greater, whatever the machine's clock does; check digits find one wrong digit."""

import time
from concurrent.futures import ThreadPoolExecutor
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel import ids
from medoffice.kernel.clock import real_now
from medoffice.kernel.ids import luhn_digit, new_id, npi_from, npi_is_valid

digits = st.text("0123456789", min_size=9, max_size=9)


def milliseconds(value: UUID) -> int:
    return value.int >> 80


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A machine clock that shows what stands in the list."""
    now = [1_800_000_000_000]
    monkeypatch.setattr(ids, "_last", [0, 0])
    monkeypatch.setattr(time, "time_ns", lambda: now[0] * 1_000_000)
    return now


def test_an_id_is_a_version_seven_of_now() -> None:
    before, made, after = real_now(), new_id(), real_now()
    assert (made.version, made.variant) == (7, RFC_4122)
    assert int(before.timestamp() * 1000) <= milliseconds(made) <= after.timestamp() * 1000 + 5


def test_ten_thousand_in_a_row_rise() -> None:
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(set(made))


def test_many_threads_never_make_the_same_and_each_sees_its_own_rise() -> None:
    with ThreadPoolExecutor(8) as pool:
        runs = list(pool.map(lambda _: [new_id() for _ in range(2_000)], range(8)))
    assert all(run == sorted(run) for run in runs)
    assert len({made for run in runs for made in run}) == 16_000


def test_within_one_millisecond_they_rise_even_past_the_counter(clock: list[int]) -> None:
    made = [new_id() for _ in range(10_000)]
    assert made == sorted(set(made))
    assert milliseconds(made[0]) == clock[0]
    assert {value.version for value in made} == {7}


def test_a_clock_that_goes_back_makes_no_smaller_ids(clock: list[int]) -> None:
    first = new_id()
    clock[0] -= 3_600_000
    second = new_id()
    assert second > first
    clock[0] += 7_200_000
    third = new_id()
    assert third > second
    assert milliseconds(third) == clock[0]


@given(digits)
def test_a_made_npi_is_valid_and_any_other_last_digit_is_not(nine: str) -> None:
    npi = npi_from(nine)
    assert npi_is_valid(npi)
    assert [d for d in "0123456789" if npi_is_valid(nine + d)] == [npi[9]]


@given(digits, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_anywhere_is_found(nine: str, place: int, off: int) -> None:
    npi = npi_from(nine)
    wrong = npi[:place] + str((int(npi[place]) + off) % 10) + npi[place + 1 :]
    assert not npi_is_valid(wrong)


def test_the_published_example_of_the_standard() -> None:
    assert npi_from("123456789") == "1234567893"
    assert luhn_digit("7992739871") == "3"


@pytest.mark.parametrize(
    "npi", ["", "123456789", "12345678933", "123456789O", "١٢٣٤٥٦٧٨٩٣", " 1234567893", "-234567893"]
)
def test_what_is_no_npi(npi: str) -> None:
    assert not npi_is_valid(npi)
