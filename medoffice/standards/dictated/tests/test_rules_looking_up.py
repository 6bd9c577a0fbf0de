"""Words of medicine are found as they begin and as they sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.dictated.looking_up import MOST, Term, terms_like


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lisin", Term("lisinopril", "a substance")),
        ("Zestr", Term("Zestril", "lisinopril")),
        ("hydroklorothiazide", Term("hydrochlorothiazide", "a substance")),
        ("metfermin", Term("metformin", "a substance")),
        ("amlodepine", Term("amlodipine", "a substance")),
        ("roast uvastatin", Term("rosuvastatin", "a substance")),
        ("elequis", Term("Eliquis", "apixaban")),
        ("warferin", Term("warfarin", "a substance")),
        ("disphagia", Term("dysphagia", "of a disease")),
        ("hyperlipidomia", Term("hyperlipidemia", "of a disease")),
        ("numonia", Term("pneumonia", "of a disease")),
        ("soriasis", Term("psoriasis", "of a disease")),
        ("arithmia", Term("arrhythmia", "of a disease")),
    ],
)
def test_what_was_heard_is_found_first(typed: str, first: Term) -> None:
    assert terms_like(typed)[0] == first


@pytest.mark.parametrize("typed", ["", "a", "  ", "7", "...", "qqqq"])
def test_of_what_is_no_word_nothing_is_found(typed: str) -> None:
    assert terms_like(typed) == []


def test_a_name_that_the_directory_misspells_is_not_offered() -> None:
    assert "Lisinoril" not in {one.words for one in terms_like("lisino", 50)}


@given(st.text(max_size=60))
def test_any_text_may_be_typed(typed: str) -> None:
    found = terms_like(typed)
    assert len(found) == len(set(found)) <= MOST
    assert found == terms_like(typed.upper()) or not typed.isascii()
