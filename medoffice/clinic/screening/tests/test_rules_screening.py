"""What answers come to, at each limit of each band; a book that is none says why."""

import copy
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.clinic.screening.queries.screened import shipped
from medoffice.clinic.screening.rules.scoring import book_from, most_of, scored

TOLD = tomllib.loads((Path(__file__).parents[1] / "data" / "instruments.toml").read_text(encoding="utf-8"))


def spread(total: int, questions: int, most: int) -> list[int]:
    """Answers that come to a total."""
    found = []
    for _ in range(questions):
        found.append(min(total, most))
        total -= found[-1]
    return found


@pytest.mark.parametrize(
    ("key", "total", "band"),
    [
        ("phq-9", 0, "minimal"), ("phq-9", 4, "minimal"), ("phq-9", 5, "mild"), ("phq-9", 9, "mild"),
        ("phq-9", 10, "moderate"), ("phq-9", 14, "moderate"), ("phq-9", 15, "moderately severe"),
        ("phq-9", 19, "moderately severe"), ("phq-9", 20, "severe"), ("phq-9", 27, "severe"),
        ("gad-7", 4, "minimal"), ("gad-7", 5, "mild"), ("gad-7", 10, "moderate"), ("gad-7", 15, "severe"),
        ("gad-7", 21, "severe"), ("falls", 0, "no risk told"), ("falls", 1, "at risk of falls"),
    ],
)  # fmt: skip
def test_a_score_is_called_by_its_band(key: str, total: int, band: str) -> None:
    one = shipped().instruments[key]
    found = scored(one, spread(total, len(one.questions), len(one.answers) - 1))
    assert (found.score, found.band.words) == (total, band)


@given(st.sampled_from(sorted(shipped().instruments)), st.data())
def test_any_answers_have_a_score_and_a_band_and_fewer_or_odd_ones_have_none(key: str, data: st.DataObject) -> None:
    one = shipped().instruments[key]
    each = st.integers(0, len(one.answers) - 1)
    answers = data.draw(st.lists(each, min_size=len(one.questions), max_size=len(one.questions)))
    found = scored(one, answers)
    assert 0 <= found.score == sum(answers) <= found.most == most_of(one)
    assert found.band in one.bands
    for wrong in (answers[:-1], [*answers, 0], [-1, *answers[1:]], [len(one.answers), *answers[1:]]):
        with pytest.raises(ValueError, match="one of the answers"):
            scored(one, wrong)


def test_any_thought_of_death_is_urgent_and_nothing_else_is() -> None:
    one = shipped().instruments["phq-9"]
    assert scored(one, [3] * 8 + [0]).urgent == ()
    assert scored(one, [0] * 8 + [1]).urgent == ("thoughts of death or self-harm",)


def test_what_ships_says_that_it_is_unverified_and_whose_the_words_are() -> None:
    assert shipped().source == "unverified"
    assert all(one.licence for one in shipped().instruments.values())
    assert [one.key for one in shipped().sheets] == ["mood", "phq-9", "gad-7", "falls"]


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        (("instrument", 0, "questions"), [], "questions"),
        (("instrument", 0, "answers"), ["no"], "answers"),
        (("instrument", 0, "bands"), [], "begin at 0"),
        (("instrument", 0, "bands", 0, "least"), 1, "begin at 0"),
        (("instrument", 0, "bands", 4, "least"), 28, "begin at 0"),
        (("instrument", 0, "urgent", 0, "place"), 10, "urgent"),
        (("instrument", 1, "key"), "phq-9", "twice"),
        (("sheet", 0, "key"), "falls", "twice"),
        (("sheet", 0, "instruments"), ["bdi"], "not there"),
        (("instrument", 0), 7, "missing or odd"),
        (("since",), None, "missing or odd"),
    ],
)
def test_a_book_that_is_none_says_why(path: tuple[str | int, ...], value: object, says: str) -> None:
    told: Any = copy.deepcopy(TOLD)
    inner = told
    for step in path[:-1]:
        inner = inner[step]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    with pytest.raises(ValueError, match=says):
        book_from(told)
