"""What stands against a controlled medicine, on each side of each limit; what should be left of one."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.prescriptions.queries.controlled import watches
from medoffice.clinic.prescriptions.rules.controlled import expected_left, is_short, standing_against
from medoffice.clinic.prescriptions.tests.makers import said
from medoffice.clinic.prescriptions.types.controlled import Standing
from medoffice.clinic.prescriptions.types.prescribing import Prescribed, Schedule
from medoffice.clinic.prescriptions.types.safety import Stop

TODAY = date(2026, 11, 24)
WELL = Standing(TODAY, checked_on=TODAY, agreement_until=TODAY)


def of(schedule: Schedule, days: int = 30, refills: int = 0) -> Prescribed:
    return replace(said(), schedule=schedule, days_supply=days, refills=refills)


def keys(says: Prescribed, stands: Standing) -> list[str]:
    return [one.key.partition(":")[2] for one in standing_against(watches(), says, stands)]


@pytest.mark.parametrize("schedule", [Schedule.NONE, Schedule.UNKNOWN])
def test_what_is_not_controlled_is_not_watched(schedule: Schedule) -> None:
    assert keys(of(schedule, 365, 9), Standing(TODAY, unexpected="two prescribers", supplied=365)) == []


@pytest.mark.parametrize(
    ("ago", "asked"), [(0, []), (7, []), (8, ["check"])], ids=["today", "the last day", "a day too old"]
)
def test_rx6_the_program_was_looked_into_within_the_days_of_the_rule(ago: int, asked: list[str]) -> None:
    stands = replace(WELL, checked_on=TODAY - timedelta(days=ago))
    assert keys(of(Schedule.II), stands) == asked
    assert keys(of(Schedule.V), replace(stands, checked_on=None)) == []


@pytest.mark.parametrize(
    ("supplied", "until", "asked"),
    [
        (59, None, []),
        (60, None, ["agreement"]),
        (60, TODAY, []),
        (60, TODAY - timedelta(days=1), ["agreement"]),
    ],
)
def test_rx6_an_agreement_is_asked_for_from_so_many_days_on(
    supplied: int, until: date | None, asked: list[str]
) -> None:
    assert keys(of(Schedule.IV), replace(WELL, supplied=supplied, agreement_until=until)) == asked


@pytest.mark.parametrize(
    ("schedule", "refills", "asked"),
    [
        (Schedule.II, 0, []),
        (Schedule.II, 1, ["refills"]),
        (Schedule.III, 5, []),
        (Schedule.IV, 6, ["refills"]),
        (Schedule.V, 11, []),
    ],
)
def test_rx6_refills_by_schedule(schedule: Schedule, refills: int, asked: list[str]) -> None:
    assert keys(of(schedule, refills=refills), WELL) == asked


def test_what_was_unexpected_is_shown_and_each_rule_says_on_what_it_rests_and_none_refuses() -> None:
    found = standing_against(watches(), of(Schedule.II, 90, 2), Standing(TODAY, unexpected="two prescribers"))
    assert [one.key.partition(":")[2] for one in found] == ["check", "agreement", "refills", "told"]
    assert {one.stop for one in found} == {Stop.GRAVE, Stop.LOOK}
    assert "two prescribers" in found[-1].words
    assert all(one.source for one in found)
    assert all(one.reasons for one in found)


@given(st.integers(1, 999), st.integers(1, 365), st.integers(-5, 800))
def test_what_is_expected_lies_between_nothing_and_all_and_never_grows(quantity: int, supply: int, days: int) -> None:
    given_ = Decimal(quantity)
    now, later = expected_left(given_, supply, days), expected_left(given_, supply, days + 1)
    assert 0 <= later <= now <= given_
    assert expected_left(given_, supply, 0) == given_
    assert expected_left(given_, supply, supply) == 0
    assert not is_short(now, now, given_, supply)


def test_a_count_is_short_when_more_than_a_days_worth_is_missing() -> None:
    half = expected_left(Decimal(60), 30, 15)
    assert (half, is_short(half - 2, half, Decimal(60), 30), is_short(half - 3, half, Decimal(60), 30)) == (
        Decimal(30),
        False,
        True,
    )
