"""The level of a visit: the whole grid, every floor of minutes, and forty visits judged before the rules were there."""

import tomllib
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.revenue.coding.rules.levels import KINDS, Column, Element, level_of, time_level

VIGNETTES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "data" / "vignettes.toml").read_text(encoding="utf-8")
)["visits"]
PROBLEMS = {1: ["minor"], 2: ["acute"], 3: ["chronic-worse"], 4: ["threat"]}
DATA = {1: [], 2: ["historian"], 3: ["interpretation"], 4: ["interpretation", "discussion"]}
RISK = {1: ["minimal"], 2: ["low"], 3: ["prescription"], 4: ["hospital"]}


def elements(*kinds: str) -> list[Element]:
    return [Element(kind, f"{kind} {place}", "words of the note") for place, kind in enumerate(kinds)]


@pytest.mark.parametrize(("problems", "data", "risk"), list(product(range(1, 5), repeat=3)))
def test_two_of_three_columns_decide_in_the_whole_grid(problems: int, data: int, risk: int) -> None:
    found = level_of(elements(*PROBLEMS[problems], *DATA[data], *RISK[risk]), minutes=0, new=False)
    assert [one.grade for one in found.columns] == [problems, data, risk]
    assert found.level == sorted([problems, data, risk])[1] + 1
    assert found.not_higher
    assert found.not_lower


@pytest.mark.parametrize(("new", "floors"), [(True, (15, 30, 45, 60)), (False, (10, 20, 30, 40))])
def test_minutes_meet_a_floor_or_do_not(new: bool, floors: tuple[int, ...]) -> None:
    assert time_level(floors[0] - 1, new=new) == 0
    for level, floor in enumerate(floors, 2):
        assert time_level(floor, new=new) == level
        assert time_level(floor - 1, new=new) == (level - 1 if level > 2 else 0)


@pytest.mark.parametrize("visit", VIGNETTES, ids=[visit["words"] for visit in VIGNETTES])
def test_visits_get_the_level_that_was_given_before(visit: dict[str, Any]) -> None:
    kinds = [*visit.get("problems", ()), *visit.get("data", ()), *visit.get("risk", ())]
    found = level_of(elements(*kinds), minutes=visit.get("minutes", 0), new=visit["new"])
    assert (found.level, found.way) == (visit["level"], visit["by"])


def test_there_are_forty_visits_and_every_level_is_among_them() -> None:
    assert len(VIGNETTES) >= 40
    assert {visit["level"] for visit in VIGNETTES} == {0, 2, 3, 4, 5}


def test_a_test_that_is_ordered_and_read_is_one() -> None:
    ordered = Element("test-ordered", "A1c", "A1c ordered")
    read = Element("result-reviewed", "A1c", "A1c 7.9")
    found = level_of([*elements("acute"), ordered, read], minutes=0, new=False)
    assert found.columns[1].grade == 1
    other = Element("result-reviewed", "lipids", "LDL 130")
    assert level_of([*elements("acute"), ordered, read, other], minutes=0, new=False).columns[1].grade == 2


def test_what_no_words_show_does_not_count_and_is_named() -> None:
    claimed = Element("threat", "chest pain", " ")
    found = level_of([*elements("acute", "prescription"), claimed], minutes=0, new=False)
    assert (found.level, found.left_out) == (3, (claimed,))


def test_why_not_higher_and_why_not_lower_say_what_is_there_and_what_is_not() -> None:
    found = level_of(elements("chronic-worse", "low"), minutes=12, new=False)
    assert found.level == 3
    assert found.not_higher == (
        "Level 4 needs moderate in two columns; 1 more of data (straightforward) and risk (low); by time it needs 30 "
        "minutes and 12 minutes are written."
    )
    assert "not at its goal" in found.not_lower
    assert level_of([], minutes=0, new=True).not_lower == "Nothing supports a level."


@given(st.lists(st.sampled_from(sorted(KINDS)), max_size=8), st.integers(0, 90), st.booleans())
def test_more_shown_never_gives_less_and_order_does_not_matter(kinds: Sequence[str], minutes: int, new: bool) -> None:
    found = level_of(elements(*kinds), minutes=minutes, new=new)
    assert found.level in (0, 2, 3, 4, 5)
    assert level_of(elements(*reversed(kinds)), minutes=minutes, new=new).level == found.level
    for kind in KINDS:
        assert level_of(elements(*kinds, kind), minutes=minutes, new=new).level >= found.level


def test_every_kind_has_a_column_and_words_of_ours() -> None:
    assert {kind.column for kind in KINDS.values()} == set(Column)
    assert all(kind.words and (kind.grade or kind.column is Column.DATA) for kind in KINDS.values())
