"""The codes of a claim as JSON: each fault is found at its place, and nothing that is given raises."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.terminology.api import check_claim_codes, check_fits, is_manifestation
from medoffice.standards.terminology.tests.makers import CLEAN

ON = date(2026, 10, 1)


def codes(**changes: object) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in check_claim_codes({**CLEAN, **changes}, ON)]


def line(**changes: object) -> list[tuple[str, str]]:
    return codes(lines=[{**CLEAN["lines"][0], **changes}])


def test_a_sound_claim_has_no_findings() -> None:
    assert codes() == []
    assert check_claim_codes({"kind": "claim", "content": CLEAN}, ON) == []
    assert codes(diagnoses=[{"code": "e119"}, {"code": "I10"}]) == []


def test_each_fault_is_found_at_its_place() -> None:
    assert codes(diagnoses=[]) == [("no-diagnosis", "claim"), *[("pointer-dangling", "line 1")] * 2]
    assert codes(diagnoses=["I10", "M72.2"]) == [("icd10-expired", "diagnosis 2")]
    assert codes(diagnoses=["I10", "I10"]) == [("diagnosis-twice", "diagnosis 2")]
    assert codes(diagnoses=["W57.XXXA", "I10"]) == [("external-cause-first", "diagnosis 1")]
    assert ("manifestation-first", "diagnosis 1") in codes(diagnoses=["F02.80", "I10"])
    assert ("too-many-diagnoses", "claim") in codes(diagnoses=[f"Z{number}" for number in range(13)])
    assert codes(place="77") == [("place-unknown", "claim")]
    assert line(pointers=[3]) == [("pointer-dangling", "line 1")]
    assert line(pointers=[1, 2, 1, 2, 1]) == [("pointers-count", "line 1")]
    assert line(procedure="") == [("no-procedure", "line 1")]
    assert line(modifiers=["##"]) == [("modifier-unknown", "line 1")]
    assert line(place="77") == [("place-unknown", "line 1")]


def test_what_may_not_stand_together_is_warned_of() -> None:
    (finding, *_) = check_claim_codes({**CLEAN, "diagnoses": ["E11.9", "E10.9"]}, ON)
    assert (finding.code, finding.severity.value) == ("excludes1", "warning")
    assert "Excludes1 at E11" in finding.words


def test_the_day_of_service_decides() -> None:
    before = {**CLEAN, "diagnoses": ["M72.2", "I10"], "lines": [{**CLEAN["lines"][0], "day": "2026-09-30"}]}
    assert check_claim_codes(before, ON) == []
    assert [found.code for found in check_claim_codes({**before, "day": "2026-10-01"}, ON)] == ["icd10-expired"]


def test_what_a_code_first_note_wants_stands_in_front() -> None:
    assert codes(diagnoses=["N18.6", "D63.1"]) == []
    assert codes(diagnoses=["I10", "D63.1", "N18.6"]) == [("code-first", "diagnosis 2")]
    assert codes(diagnoses=["I10", "D63.1"]) == [("code-first", "diagnosis 2")]
    assert ("manifestation-first", "diagnosis 1") in codes(diagnoses=["D63.1", "N18.6"])
    (finding,) = check_claim_codes({**CLEAN, "diagnoses": ["N18.30", "I12.9"]}, ON)
    assert (finding.words, finding.severity.value) == ("Put I12.9 before N18.30 (code first, at N18).", "warning")


@pytest.mark.parametrize(
    ("code", "sex", "born", "found"),
    [
        ("Z00.129", "F", date(2019, 1, 1), []),
        ("Z00.129", "F", date(2008, 10, 1), ["age-unlikely"]),
        ("Z00.129", "F", date(2008, 10, 2), []),
        ("Z00.00", "M", date(2019, 1, 1), ["age-unlikely"]),
        ("O09.01", "F", date(1962, 10, 2), []),
        ("O09.01", "F", date(1961, 10, 1), ["age-unlikely"]),
        ("O09.01", "M", date(1990, 1, 1), ["sex-unlikely"]),
        ("N40.0", "F", date(1950, 1, 1), ["sex-unlikely"]),
        ("N40.0", "M", date(1950, 1, 1), []),
        ("N40.0", "U", None, []),
        ("N40.0", "", None, []),
    ],
)
def test_a_code_for_another_age_or_sex_is_a_thing_to_look_at(
    code: str, sex: str, born: date | None, found: list[str]
) -> None:
    told = check_claim_codes({**CLEAN, "diagnoses": [code, "I10"]}, ON, sex=sex, born=born)
    assert [one.code for one in told] == found
    assert all(one.severity.value == "warning" for one in told)


def test_maternity_was_narrower_before_october_2024() -> None:
    woman = date(1965, 1, 1)
    assert check_fits("O09.01", date(2024, 9, 30), born=woman) != []
    assert check_fits("O09.01", date(2024, 10, 1), born=woman) == []
    assert is_manifestation("D63.1", ON)
    assert not is_manifestation("N18.6", ON)


def test_a_side_that_the_diagnoses_do_not_say_is_found() -> None:
    sided = {"diagnoses": ["M25.561", "M25.562", "I10"]}  # pain in right knee, in left knee
    for marks, pointers, wrong in (
        (["RT"], [1], False),
        (["RT"], [2], True),
        (["LT"], [1], True),
        (["LT"], [1, 2], False),
        (["LT", "RT"], [1], False),
        (["RT"], [3], False),
        ([], [1], False),
    ):
        lines = [{"procedure": "G0438", "modifiers": marks, "pointers": pointers, "day": "2026-10-01"}]
        assert (codes(**sided, lines=lines) == [("side-differs", "line 1")]) is wrong, (marks, pointers)


def test_a_service_twice_needs_to_say_that_it_was_done_again() -> None:
    one = {"procedure": "G0438", "pointers": [1], "day": "2026-10-01"}
    assert codes(lines=[one, one]) == [("line-twice", "line 2")]
    assert codes(lines=[one, {**one, "modifiers": ["76"]}]) == []
    assert codes(lines=[one, {**one, "day": "2026-10-02"}]) == []
    assert codes(lines=[{**one, "modifiers": ["RT"]}, {**one, "modifiers": ["LT"]}]) == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["diagnoses", "lines", "code", "procedure", "modifiers", "pointers", "day", "place", "content"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_nothing_given_raises(claim: object) -> None:
    assert all(finding.words for finding in check_claim_codes(claim, ON))
