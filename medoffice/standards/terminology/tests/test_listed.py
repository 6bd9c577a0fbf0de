"""Words of medicine: names of medicines and of diseases; no everyday words and no names of people."""

import pytest

from medoffice.standards.terminology.api import is_listed, is_medicine


@pytest.mark.parametrize(
    "word",
    ["hydralazine", "Hydroxyzine", "LIPITOR", "azathioprine", "glargine", "metoprolol", "cholecystitis",
     "diverticulitis", "bronchiectasis", "lymphadenopathy"],
)  # fmt: skip
def test_names_of_medicines_and_words_of_diseases_are_listed(word: str) -> None:
    assert is_listed(word)


@pytest.mark.parametrize(
    "word",
    ["their", "there", "patients", "affected", "working", "without", "walking", "site", "break", "with", "tree"],
)  # fmt: skip
def test_everyday_words_are_not_though_a_title_has_them(word: str) -> None:
    assert not is_listed(word)


@pytest.mark.parametrize("word", ["okafor", "moreau", "Johnson", "Stevens", "Alzheimer", "Wilson", "Kennedy", "Baker"])
def test_names_of_people_are_not_though_a_disease_is_called_after_them(word: str) -> None:
    assert not is_listed(word)


@pytest.mark.parametrize("word", ["", "q", "10", "b12", "lisinopril 10 mg", "l'isinopril", "éclair", "*", "%"])
def test_what_is_no_word_is_not(word: str) -> None:
    assert not is_listed(word)


@pytest.mark.parametrize("word", ["hydralazine", "Lipitor", "METFORMIN", "lisinopril"])
def test_a_name_of_a_medicine_is_one(word: str) -> None:
    assert is_medicine(word)


@pytest.mark.parametrize(
    "word", ["", "q", "cholecystitis", "hypertension", "left", "their", "Okafor", "lisinopril 10 mg"]
)
def test_a_disease_and_an_everyday_word_are_no_medicine(word: str) -> None:
    assert not is_medicine(word)
