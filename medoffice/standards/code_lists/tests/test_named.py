"""Lists of codes with words, in files of our own in the publishers' layouts; what is malformed names its line."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.kernel.refusals import Refusal
from medoffice.standards.code_lists.api import (
    read_carc,
    read_cvx,
    read_loinc,
    read_ndc,
    read_rarc,
    read_rxnorm,
    read_taxonomy,
)
from medoffice.standards.code_lists.named import checks, digits_of
from medoffice.standards.code_lists.tests.makers import (
    CARC,
    CVX,
    LOINC,
    NDC_PACKAGE,
    NDC_PRODUCT,
    RARC,
    RXNCONSO,
    RXNREL,
    TAXONOMY,
)
from medoffice.standards.code_lists.types import CodeRow

Reader = Callable[[Iterable[str]], Iterator[CodeRow]]


def rows(read: Reader, text: str) -> dict[str, CodeRow]:
    return {one.code: one for one in read(text.splitlines(keepends=True))}


def test_reasons_have_the_days_that_stand_in_their_words() -> None:
    found = rows(read_carc, CARC)
    assert list(found) == ["7", "901", "A9"]
    assert found["7"].long == "A made-up reason, that says why less was paid."
    assert (found["7"].valid_from, found["7"].valid_to) == (date(1995, 1, 1), None)
    assert found["901"].valid_to == date(2026, 6, 30)
    assert found["A9"].long == "Another made-up reason that goes on in a row of its own."
    assert found["A9"].valid_from == date(2001, 2, 3)
    assert list(rows(read_rarc, RARC)) == ["M901", "N902"]


def test_the_one_list_is_not_taken_for_the_other() -> None:
    with pytest.raises(Refusal, match="no code of this list"):
        rows(read_rarc, CARC)
    with pytest.raises(Refusal, match="no code that is a number"):
        rows(read_carc, "Code,Description\nM901,Words\n")


def test_a_taxonomy_code_has_its_shown_name_or_its_class_and_specialization() -> None:
    found = rows(read_taxonomy, TAXONOMY)
    assert found["99XX00000X"].long == "Made-up Helper"
    assert found["99XX00001X"].long == "Helper, Of Rivers"
    assert found["99XX00001X"].valid_to == date(2020, 7, 1)


def test_a_vaccine_s_zeros_stay_and_one_that_is_not_given_says_so() -> None:
    found = rows(read_cvx, CVX)
    assert found["03"].long == "made-up vaccine, live"
    assert found["999"].long == "example vaccine, unspecified formulation (Inactive)"
    assert found["999"].short == "Example vaccine"


def test_a_laboratory_s_term_has_its_check_digit() -> None:
    found = rows(read_loinc, LOINC)
    assert found["718-7"].long == "Made-up mass, in made-up blood"
    assert found["2345-7"].long == "A term that is not used any more (deprecated)"
    with pytest.raises(Refusal, match=r"Line 3: the check digit of 2345-8"):
        rows(read_loinc, LOINC.replace("2345-7", "2345-8"))


@given(st.integers(1, 9_999_999), st.integers(0, 9))
def test_one_check_digit_of_ten_is_right_and_no_digit_changes_unseen(number: int, other: int) -> None:
    right = [mark for mark in range(10) if checks(f"{number}-{mark}")]
    assert len(right) == 1
    text = str(number)
    changed = text[:-1] + str(other)
    assert checks(f"{changed}-{right[0]}") is (changed == text)


def test_drugs_are_written_as_claims_write_them() -> None:
    products, packages = rows(read_ndc, NDC_PRODUCT), rows(read_ndc, NDC_PACKAGE)
    assert products["000010002"].long == "Riverol (madeupine)"
    assert list(products) == ["000010002", "123450067"]
    assert packages["00001000203"].long == "30 TABLET in 1 BOTTLE (0001-0002-03)"
    assert (packages["12345006701"].valid_from, packages["12345006701"].valid_to) == (
        date(2020, 1, 2),
        date(2026, 1, 1),
    )
    for text, digits in (
        ("0001-0002-03", "00001000203"),
        ("12345-678-90", "12345067890"),
        ("12345-6789-0", "12345678900"),
    ):
        assert digits_of(text, package=True, line=1) == digits


def test_a_drug_of_rxnorm_names_its_ingredients_whichever_way_a_relation_is_read() -> None:
    cells = [line.split("|") for line in RXNREL.splitlines(keepends=True)]
    turned = "".join("|".join([one[4], *one[1:4], one[0], *one[5:]]) for one in cells)
    for links in (RXNREL, turned):
        found = {one.code: one for one in read_rxnorm(RXNCONSO.splitlines(), links.splitlines())}
        assert list(found) == ["9900001", "9900002", "9900020", "9900030", "9900040"]
        drug = found["9900020"]
        assert (drug.kind, drug.of) == ("drug", "9900001 9900002")
        assert drug.long == "examplecillin 250 MG / madeupine 5 MG Oral Tablet"
        assert (found["9900030"].of, found["9900040"].of, found["9900001"].of) == (drug.of, "9900001", "")


@pytest.mark.parametrize(
    ("names", "links", "says"),
    [
        (RXNCONSO.replace("|N|4096|", "|N|"), RXNREL, "Line 1: RXNCONSO has 18 fields"),
        (RXNCONSO.replace("|examplecillin|", "||", 1), RXNREL, "Line 1: RXNCONSO: a term without"),
        (RXNCONSO, "x|y|\n", "Line 1: RXNREL has 16 fields"),
        (RXNCONSO.replace("RXNORM", "OTHERS"), RXNREL, "no name of RxNorm's own"),
    ],
)
def test_tables_of_rxnorm_that_are_malformed_are_refused_in_words(names: str, links: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        list(read_rxnorm(names.splitlines(), links.splitlines()))


@pytest.mark.parametrize(
    ("read", "text", "says"),
    [
        (read_carc, "", "no columns Code and Description"),
        (read_carc, "Code,Description\nA made-up sentence,x\n", "Line 2: A made-up sentence"),
        (read_carc, "Code,Description\n9,Words Start: soon\n", "Line 2: soon is no date"),
        (read_carc, "Code,Description\n9,Start: 01/01/1995\n", "without its words"),
        (read_taxonomy, "Code,Grouping\n", "no column Classification"),
        (read_taxonomy, "Code,Classification\n99X,Helper\n", "Line 2: 99X"),
        (read_taxonomy, "Code,Classification\n99XX00000X,\n", "without its words"),
        (read_cvx, "03|x|y\n", "Line 1: it has not the seven columns"),
        (read_cvx, "MMR|x|y||Active|False|2024/01/01\n", "Line 1: MMR"),
        (read_loinc, "LOINC_NUM,STATUS\n", "no column LONGCOMMONNAME"),
        (read_loinc, "LOINC_NUM,LONG_COMMON_NAME,SHORTNAME,STATUS\nx,a,b,ACTIVE\n", "Line 2: x"),
        (read_ndc, "PRODUCTNDC\tPROPRIETARYNAME\n", "no column NONPROPRIETARYNAME"),
        (read_ndc, NDC_PACKAGE.replace("0001-0002-03\t30", "0001000203\t30"), "with its dashes"),
        (read_ndc, NDC_PACKAGE.replace("20200102", "soon"), "soon is no date"),
    ],
)
def test_what_is_malformed_is_refused_in_words(read: Reader, text: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        rows(read, text)
