"""ICD-10-CM by date, and finding codes by words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.terminology.api import (
    billable_count,
    codes_search,
    icd10,
    icd10_check,
    icd10_search,
    placeholder_services,
)

TODAY = date(2026, 11, 24)
BEFORE, AFTER = date(2026, 9, 30), date(2026, 10, 1)
# What an office types, and the code (or its beginning) a coder would take.
ASKED = [
    ("plantar fasciitis", "M72.2"), ("htn", "I10"), ("type 2 diabetes", "E11.9"), ("strep throat", "J02.0"),
    ("ear infection", "H66.9"), ("uti", "N39.0"), ("pink eye", "H10.9"), ("low back pain", "M54.50"),
    ("well child", "Z00.129"), ("hypertenson", "I10"), ("left knee pain", "M25.562"), ("sore throat", "J02.9"),
    ("flu shot", "Z23"), ("tennis elbow", "M77.1"), ("gerd", "K21.9"), ("asthma", "J45.909"), ("copd", "J44.9"),
    ("afib", "I48.91"), ("high cholesterol", "E78.5"), ("hypothyroid", "E03.9"), ("migraine", "G43.909"),
    ("ear wax", "H61.2"), ("plantar wart", "B07.0"), ("poison ivy", "L23.7"), ("gout", "M10.9"),
    ("shingles", "B02.9"), ("anxiety", "F41.9"), ("insomnia", "G47.00"), ("carpal tunnel", "G56.0"),
    ("chest pain", "R07.9"), ("cough", "R05"), ("sinus infection", "J01.9"), ("vitamin d deficiency", "E55.9"),
    ("obesity", "E66.9"), ("prediabetes", "R73.03"), ("suture removal", "Z48.02"), ("hay fever", "J30"),
    ("stomach flu", "A08.4"), ("bronchitis", "J20.9"), ("dizziness", "R42"),
]  # fmt: skip


def test_the_published_counts_of_billable_codes() -> None:
    assert billable_count(BEFORE) == 74_719
    assert billable_count(AFTER) == 74_879


def test_plantar_fasciitis_over_the_change_of_the_code_year() -> None:
    assert icd10_check("M72.2", BEFORE) == []
    (finding,) = icd10_check("M72.2", AFTER)
    assert finding.code == "icd10-expired"
    assert all(code in finding.words for code in ("M72.20", "M72.21", "M72.22"))
    assert [hit.code for hit in icd10_search("plantar fasciitis", BEFORE, 1)] == ["M72.2"]
    assert {hit.code for hit in icd10_search("plantar fasciitis", TODAY, 3)} == {"M72.20", "M72.21", "M72.22"}


def test_a_code_without_official_title_says_so_with_its_predecessor() -> None:
    found = icd10("m7221", TODAY)
    assert found is not None
    assert not found.title_official
    assert found.title.startswith("official title not loaded")
    assert found.predecessor == ("M72.2", "Plantar fascial fibromatosis")


@pytest.mark.parametrize(
    ("code", "finding"), [("ZZZ99", "icd10-unknown"), ("M72", "icd10-not-billable"), ("", "icd10-unknown")]
)
def test_what_stands_against_a_code(code: str, finding: str) -> None:
    assert [found.code for found in icd10_check(code, TODAY)] == [finding]
    assert [found.code for found in icd10_check("M72.20", BEFORE)] == ["icd10-not-yet"]


def test_p50_only_billable_seventh_characters_are_offered() -> None:
    for hit in icd10_search("ankle sprain", TODAY, 50) + icd10_search("S93.4", TODAY, 50):
        assert icd10_check(hit.code, TODAY) == [], hit
    assert icd10_check("S93.401", TODAY)[0].code == "icd10-not-billable"


def test_what_offices_type_finds_what_coders_take() -> None:
    missed = [
        (text, wanted)
        for text, wanted in ASKED
        if not any(hit.code.startswith(wanted) for hit in icd10_search(text, TODAY, 10))
    ]
    assert len(missed) <= 4, missed


@given(st.text(max_size=60))
def test_no_text_makes_a_search_or_a_check_fail(text: str) -> None:
    codes_search(text, TODAY, 5)
    icd10_check(text, TODAY)


def test_placeholder_services_cannot_be_taken_for_real_codes() -> None:
    codes = [service.code for service in placeholder_services()]
    assert all(code.isalpha() and len(code) == 5 for code in codes)
    assert len(set(codes)) == len(codes)
