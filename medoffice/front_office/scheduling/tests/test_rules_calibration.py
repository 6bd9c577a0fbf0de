"""Whether the risk of missed visits errs more for some: faults planted for a language and an age are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.front_office.scheduling.rules.calibration import ENOUGH, proven
from medoffice.front_office.scheduling.types import Judged, Proven


def some(count: int, said: float, missed: int, language: str = "English", age: int = 50) -> list[Judged]:
    """So many visits of which so many were missed."""
    return [Judged(said, number < missed, language, age) for number in range(count)]


def named(found: list[Proven]) -> dict[str, Proven]:
    return {one.name or one.group: one for one in found}


def test_a_risk_that_is_right_for_all_is_off_for_nobody() -> None:
    found = proven(some(100, 0.1, 10) + some(50, 0.1, 5, "Spanish", 30) + some(50, 0.1, 5, "Vietnamese", 10))
    languages, ages = ["English", "Spanish", "Vietnamese"], ["0 to 17 years", "18 to 39", "40 to 64"]
    assert [one.name for one in found] == ["", "10 to 19", *languages, *ages]
    assert not any(one.off for one in found)
    everybody = named(found)["All visits"]
    assert (everybody.visits, everybody.said_percent, everybody.missed, everybody.missed_percent) == (200, 10, 20, 10)
    assert everybody.error == pytest.approx(0.09)  # 0.1 * 0.9 ** 2 + 0.9 * 0.1 ** 2


@pytest.mark.parametrize(
    ("language", "age", "off"),
    [("Spanish", 50, {"Spanish"}), ("English", 8, {"0 to 17 years"}), ("Spanish", 70, {"Spanish", "65 and older"})],
)
@pytest.mark.parametrize(("said", "missed"), [(0.1, 30), (0.4, 10)])
def test_a_group_for_whom_it_errs_stands_out(language: str, age: int, off: set[str], said: float, missed: int) -> None:
    right = some(2_000, 0.1, 200) + some(60, 0.1, 6, "Spanish", 20) + some(60, 0.1, 6, "English", 8)
    found = named(proven(right + some(100, said, missed, language, age)))
    assert {name for name, one in found.items() if one.off and one.group in ("By language", "By age")} == off


def test_what_chance_explains_is_not_held_against_it() -> None:
    assert not any(one.off for one in proven(some(40, 0.1, 7)))
    assert not any(one.off for one in proven(some(ENOUGH - 1, 0.05, 11)))
    assert not any(one.off for one in proven(some(20_000, 0.1, 2_500)))
    assert all(one.off for one in proven(some(20_000, 0.1, 2_700)))


def test_small_groups_stand_together_and_name_nobody() -> None:
    told = proven(some(50, 0.1, 5) + some(3, 0.1, 0, "Hmong") + some(4, 0.1, 1, "Polish"))
    found = named(told)
    assert [one.name for one in told if one.group == "By language"] == ["English", "fewer than twelve visits each"]
    assert "Hmong" not in found
    assert found["fewer than twelve visits each"].visits == 7


@given(
    st.lists(
        st.builds(
            Judged,
            said=st.floats(0, 0.9),
            missed=st.booleans(),
            language=st.sampled_from(["English", "Spanish", "Hmong"]),
            age=st.integers(0, 110),
        ),
        min_size=1,
        max_size=80,
    )
)
def test_every_visit_is_told_once_in_each_grouping(visits: list[Judged]) -> None:
    found = proven(visits)
    for group in {one.group for one in found}:
        assert sum(one.visits for one in found if one.group == group) == len(visits)
        assert sum(one.missed for one in found if one.group == group) == sum(one.missed for one in visits)
    assert all(0 <= one.error <= 1 for one in found)
