"""Rules of releases: what is typed is read whole or refused; papers, terms and fees hold together."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.records.disclosures.api import purposes
from medoffice.records.releases.queries.data import fees, papers, terms
from medoffice.records.releases.rules.papers import cost, due, fee_for, not_named
from medoffice.records.releases.rules.pressing import priority_of
from medoffice.records.releases.rules.ranges import boxes_in, boxes_said, numbers_in, numbers_said
from medoffice.records.releases.types import Asker, Way
from medoffice.security.types import Label

sides = st.tuples(st.integers(0, 1000), st.integers(0, 1000)).filter(lambda two: two[0] != two[1]).map(sorted)
boxes = st.builds(lambda down, across: (across[0], down[0], across[1], down[1]), sides, sides)


@given(st.sets(st.integers(1, 300), max_size=60))
def test_pages_are_read_as_they_are_said(numbers: set[int]) -> None:
    assert numbers_in(numbers_said(numbers), 300) == tuple(sorted(numbers))


@given(st.dictionaries(st.integers(1, 40), st.lists(boxes, min_size=1, max_size=4).map(tuple), max_size=6))
def test_boxes_are_read_as_they_are_said(black: dict[int, tuple[tuple[int, int, int, int], ...]]) -> None:
    assert boxes_in(boxes_said(black), 40) == black


def test_what_is_typed_is_refused_where_it_cannot_be_meant() -> None:
    assert numbers_in(" All ", 3) == (1, 2, 3)
    assert numbers_in("", 3) == ()
    assert boxes_in("2: 10-25 x 50-100, 40-60; 2: 0-5", 2) == {
        2: ((500, 100, 1000, 250), (0, 400, 1000, 600), (0, 0, 1000, 50))
    }
    for typed in ("0", "4", "3-1", "one", "1--2", "1-9999"):
        with pytest.raises(ValueError, match=r"no number|not within"):
            numbers_in(typed, 3)
    for typed in ("10-25", "3: 10-25", "1: 25-10", "1: 0-101", "1:", "1: 5", "1: 5.25-6", "x: 1-2", "1: 1-2 x 3"):
        with pytest.raises(ValueError, match="write"):
            boxes_in(typed, 2)


def test_whoever_asks_has_a_paper_each_with_a_purpose_of_the_log_and_a_fee() -> None:
    assert {asker for paper in papers().values() for asker in paper.by} == set(Asker)
    assert {paper.purpose for paper in papers().values()} <= purposes().keys()
    assert all(paper.elements and not paper.verified for paper in papers().values())
    for asker, way in product(Asker, Way):
        assert fee_for(fees(), asker, way, date(2026, 11, 25)) is not None
        assert fee_for(fees(), asker, way, date(2000, 1, 1)) is None
    by_hand = fee_for(fees(), Asker.PATIENT, "hand", date(2026, 11, 25))
    assert (cost(by_hand, 12).cents, cost(None, 12).cents) == (120, 0)


def test_the_term_is_thirty_days_and_once_thirty_more() -> None:
    assert due(date(2026, 11, 2), terms()["copies"], extended=False) == date(2026, 12, 2)
    assert due(date(2026, 11, 2), terms()["copies"], extended=True) == date(2027, 1, 1)


def test_a_court_and_a_parent_need_a_paper_that_names_what_is_kept() -> None:
    both = [Label.PART2, Label.MINOR]
    assert not_named(both, Asker.PATIENT, []) == []
    assert not_named(both, Asker.COURT, []) == both
    assert not_named(both, Asker.COURT, [Label.PART2]) == [Label.MINOR]
    assert not_named(both, Asker.PROXY, both) == []
    assert not_named(both, Asker.PROVIDER, []) == [Label.MINOR]
    assert not_named([Label.RESTRICTED], Asker.COURT, []) == []


def test_a_request_gets_more_pressing_as_its_clock_runs_out() -> None:
    due_on = date(2026, 12, 20)
    found = [priority_of(due_on, date(2026, 12, day)) for day in (9, 10, 16, 17, 20, 21)]
    assert found == [None, 2, 2, 1, 1, 1]
