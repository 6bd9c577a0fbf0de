"""The order of pages from what was typed, boxes on turned pages, and whether a joined document waits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.papers import turned_box
from medoffice.records.documents.rules.arranging import in_order, sign_of_joined
from medoffice.records.documents.types.papers import SignOff


def test_a_page_stands_at_the_place_that_was_typed() -> None:
    assert in_order([1, 2, 3]) == [1, 2, 3]
    assert in_order([3, 2, 3]) == [2, 3, 1]
    assert in_order([1, 2, 1]) == [3, 1, 2]
    assert in_order([2, 1]) == [2, 1]
    assert in_order([3, 2, 1]) == [3, 2, 1]


@given(st.lists(st.integers(1, 40), max_size=40))
def test_no_page_is_lost_or_twice_whatever_is_typed(places: list[int]) -> None:
    assert sorted(in_order(places)) == list(range(1, len(places) + 1))


SIDE = st.integers(0, 1000)


@given(SIDE, SIDE, SIDE, SIDE, st.sampled_from([0, 90, 180, 270]))
def test_a_box_turned_all_around_is_where_it_was(one: int, two: int, three: int, four: int, turn: int) -> None:
    box = (min(one, two), min(three, four), max(one, two), max(three, four))
    left, top, right, bottom = turned_box(box, turn)
    assert left <= right
    assert top <= bottom
    assert turned_box((left, top, right, bottom), (360 - turn) % 360) == box


def test_what_stands_left_above_stands_right_above_after_a_turn_to_the_right() -> None:
    assert turned_box((0, 0, 100, 50), 90) == (950, 0, 1000, 100)


@pytest.mark.parametrize("second", list(SignOff))
@pytest.mark.parametrize("first", list(SignOff))
def test_a_joined_document_waits_as_long_as_one_of_the_two_does(first: SignOff, second: SignOff) -> None:
    joined = sign_of_joined(first, second)
    assert joined is sign_of_joined(second, first)
    assert (joined in (SignOff.WAITS, SignOff.BACK)) == any(
        one in (SignOff.WAITS, SignOff.BACK) for one in (first, second)
    )
