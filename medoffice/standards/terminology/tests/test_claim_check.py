"""The codes of a claim as JSON: each fault is found at its place, and nothing that is given raises."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from medoffice.standards.terminology.api import check_claim_codes
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
