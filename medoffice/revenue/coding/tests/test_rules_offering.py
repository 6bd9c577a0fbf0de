"""Which services are offered first, and who is an established patient."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.revenue.coding.rules.offering import is_established, offered
from medoffice.revenue.coding.types import OfficeService

ON = date(2026, 11, 24)


def service(code: str, words: str, kind: str) -> OfficeService:
    return OfficeService(code.lower(), code, words, kind, False, date(2026, 1, 1), None)


SERVICES = [
    service("LAB01", "Rapid streptococcus test", "lab"),
    service("NEW02", "New patient visit, straightforward", "visit"),
    service("PRE01", "Preventive visit, established patient", "preventive"),
    service("EST01", "Established patient visit, minimal", "visit"),
    service("EST02", "Established patient visit, straightforward", "visit"),
    service("NUR01", "Nurse visit", "visit"),
]


def codes(typed: str, *, established: bool = True) -> list[str]:
    return [one.code for one in offered(SERVICES, typed, established=established)]


def test_with_nothing_typed_the_visits_of_this_patient_are_offered() -> None:
    assert codes("") == ["EST01", "EST02", "NUR01"]
    assert codes("", established=False) == ["NEW02", "NUR01"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("straight visit", ["EST02", "NEW02"]),
        ("est02", ["EST02"]),
        ("STREP", ["LAB01"]),
        ("visit", ["EST01", "EST02", "NUR01", "PRE01", "NEW02"]),
        ("strep visit", []),
    ],
)
def test_every_word_must_fit_and_what_fits_the_patient_comes_first(typed: str, expected: list[str]) -> None:
    assert codes(typed) == expected


@given(st.text(max_size=8), st.booleans())
def test_nothing_is_offered_twice_or_invented(typed: str, established: bool) -> None:
    found = offered(SERVICES, typed, established=established)
    assert len(found) == len(set(found))
    assert set(found) <= set(SERVICES)


def test_established_is_who_was_seen_within_three_years_before() -> None:
    assert not is_established([], ON)
    assert not is_established([ON, ON + timedelta(days=1)], ON)
    assert is_established([ON - timedelta(days=1)], ON)
    assert is_established([date(2023, 11, 24)], ON)
    assert not is_established([date(2023, 11, 23)], ON)
    assert is_established([date(2024, 2, 29)], date(2027, 3, 1))
    assert not is_established([date(2024, 2, 29)], date(2027, 3, 2))
