"""Keys from names, identifiers in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.ids import npi_from, npi_is_valid
from medoffice.practice.rules.identifiers import npi_words, tax_id_words, taxonomy_words
from medoffice.practice.rules.keys import key_for


@pytest.mark.parametrize(
    ("name", "taken", "key"),
    [
        ("Bridge Street", (), "bridge-street"),
        ("Bridge  Street!", ("bridge-street",), "bridge-street-2"),
        ("Bridge Street", ("bridge-street", "bridge-street-2"), "bridge-street-3"),
        ("Clínica del Río", (), "clinica-del-rio"),
        ("王", (), "site"),
        ("", ("site",), "site-2"),
    ],
)
def test_a_key_is_made_from_the_name(name: str, taken: tuple[str, ...], key: str) -> None:
    assert key_for(name, taken, "site") == key


@given(st.text(max_size=200), st.sets(st.text(max_size=10)))
def test_a_key_is_always_free_and_fits(name: str, taken: set[str]) -> None:
    key = key_for(name, taken, "site")
    assert key not in taken
    assert 0 < len(key) <= 50
    assert all(letter.isascii() and (letter.isalnum() or letter == "-") for letter in key)


@given(st.text(st.sampled_from("0123456789"), min_size=10, max_size=10))
def test_the_words_about_an_npi_agree_with_its_check_digit(npi: str) -> None:
    assert (npi_words(npi) == "") == npi_is_valid(npi)
    assert npi_words(npi_from(npi[:9])) == ""


@pytest.mark.parametrize("npi", ["", "199999999", "19999999841", "१९९९९९९९८४", "19999x9984"])
def test_what_is_no_npi(npi: str) -> None:
    assert npi_words(npi)


@pytest.mark.parametrize(
    ("tax_id", "fits"), [("99-9999999", True), ("999999999", True), ("9-99999999", False), ("99-999999", False)]
)
def test_a_tax_id_has_nine_digits(tax_id: str, fits: bool) -> None:
    assert (tax_id_words(tax_id) == "") is fits


@pytest.mark.parametrize(("code", "fits"), [("207Q00000X", True), ("207q00000x", False), ("207Q00000", False)])
def test_a_taxonomy_code_ends_in_x(code: str, fits: bool) -> None:
    assert (taxonomy_words(code) == "") is fits
