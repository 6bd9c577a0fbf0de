"""What is denied or another person's is offered in no sentence of ours; what is stated in the same place is offered."""

from datetime import date

import pytest

from medoffice.standards.suggestions.api import suggest
from medoffice.standards.suggestions.tests.denied import FRAMES, FRESH, FRESHER, STATED, said

FAMILY = ("Z80", "Z81", "Z82", "Z83", "Z84")
ON = date(2026, 10, 1)
KNOWN = {"I10"}


def offered(text: str) -> set[str]:
    """The codes offered beside the one of the first problem, and those of relatives."""
    return {one.code for one in suggest(text, ON).offered if not one.code.startswith(FAMILY)} - KNOWN


def test_of_a_hundred_sentences_that_deny_at_most_one_offers_a_code() -> None:
    told = list(said((*FRAMES, *FRESH, *FRESHER)))
    wrong = [(sentence, codes) for text, sentence in told if (codes := offered(text))]
    assert len(wrong) <= len(told) * 0.01, wrong


def test_the_same_conditions_are_offered_where_they_are_stated() -> None:
    told = list(said(STATED))
    missed = [sentence for text, sentence in told if not offered(text) and "I11" not in str(suggest(text, ON).offered)]
    assert len(missed) <= len(told) * 0.06, missed


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("The patient does not have gout.", "R06.09"),
        ("Family history of deep vein thrombosis.", "Z86.718"),
        ("Absence of seizure.", "G40.A09"),
    ],
)
def test_words_that_look_like_another_name_are_not_taken_for_it(words: str, code: str) -> None:
    found = suggest(f"HPI: {words}\n\nAssessment and Plan:\n1. Essential hypertension, stable.\n", ON)
    assert code not in {one.code for one in (*found.offered, *found.more)}
