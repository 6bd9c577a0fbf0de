"""Whom a copy is asked for by the words, and what a copy says."""

from datetime import date

import pytest

from medoffice.clinic.dictation.rules.copies import is_called, named_in, words_of
from medoffice.clinic.dictation.types.copies import Stands


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("No fever. Copy to Dr. Hale.", ["Hale"]),
        ("copy to doctor hale", ["Hale"]),
        ("cc: Dr. Ruth Abelard and Dr. Hale", ["Ruth Abelard", "Hale"]),
        ("Copies to Dr. Hale, Dr. Ames, and Dr. O’Neil.", ["Hale", "Ames", "O’Neil"]),
        ("Copy of this report to Dr. Hale. Cc Dr. Hale.", ["Hale"]),
        ("Gave him 5 cc Dr. Hale was told.", ["Hale"]),
        ("She brought a copy to the office. He saw Dr. Hale.", []),
        ("5 cc of saline", []),
    ],
)
def test_who_is_asked_for_is_found_and_nobody_else(text: str, names: list[str]) -> None:
    assert named_in(text) == names


def test_a_name_is_somebodys_if_each_word_is() -> None:
    assert is_called("Ruth Abelard, MD", "Abelard")
    assert is_called("Ruth Abelard, MD", "ruth abelard")
    assert not is_called("Ruth Abelard, MD", "Abel")
    assert not is_called("Ruth Abelard, MD", "Jonas Abelard")


def test_a_copy_has_the_words_and_their_seal_and_one_of_a_retraction_only_that() -> None:
    on, stands = date(2026, 11, 24), Stands("No fever.", "ab" * 32)
    told = words_of("Ruth Abelard, MD", "Ida Vale", "D-7", stands, "", on)
    assert "No fever." in told
    assert "ab" * 32 in told
    assert "put right" in words_of("Ruth Abelard, MD", "Ida Vale", "D-7", stands, "put right", on)
    gone = words_of("Ruth Abelard, MD", "Ida Vale", "D-7", Stands("", "cd" * 32), "retracted", on)
    assert "do not rely on it" in gone
    assert "fever" not in gone
