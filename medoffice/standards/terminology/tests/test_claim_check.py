"""The codes of a claim as JSON: each fault is found at its place, and nothing that is given raises."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from medoffice.config.cli import main
from medoffice.standards.terminology.api import check_claim_codes

ON = date(2026, 10, 1)
CLEAN: dict[str, Any] = {
    "place": "11",
    "diagnoses": ["E11.9", "I10"],
    "lines": [{"procedure": {"code": "G0438", "modifiers": ["25"]}, "pointers": [1, 2], "day": "2026-10-01"}],
}


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


def test_the_command_takes_files_and_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    good, bad, broken = tmp_path / "good.json", tmp_path / "bad.jsonl", tmp_path / "broken.json"
    good.write_text(json.dumps(CLEAN))
    bad.write_text(json.dumps(CLEAN) + "\n" + json.dumps({**CLEAN, "place": "77"}) + "\n")
    broken.write_text("{")
    files = [str(path) for path in (good, bad, broken, tmp_path / "absent.json")]
    assert main(["codes", "check", *files, "M72.2", "--date", "2026-10-01", "--json"]) == 1
    answers = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert answers[0] == {"file": files[0], "ok": True, "findings": []}
    assert [found["where"] for found in answers[1]["findings"]] == ["claim 2, claim"]
    assert ["error" in answer for answer in answers] == [False, False, True, True, False]
    assert answers[4]["findings"][0]["code"] == "icd10-expired"
    assert main(["codes", "check", files[0], "--date", "2026-10-01"]) == 0
    assert capsys.readouterr().out == f"{files[0]}: passes\n"


def test_queries_come_from_a_file_and_a_file_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    queries = tmp_path / "queries.txt"
    queries.write_text("gout\n\nlow back pain\n")
    assert main(["codes", "search", "--queries", str(queries), "--limit", "1", "--date", "2026-10-01", "--json"]) == 0
    answers = [json.loads(row) for row in capsys.readouterr().out.splitlines()]
    assert [answer["query"] for answer in answers] == ["gout", "low back pain"]
    assert [answer["results"][0]["code"] for answer in answers] == ["M10.9", "M54.50"]
    queries.write_bytes(b"\xff\xfe\xff")
    for name in (queries, tmp_path / "absent"):
        assert main(["codes", "search", "--queries", str(name), "--json"]) == 1
        assert "error" in json.loads(capsys.readouterr().out)
    assert main(["codes", "search"]) == 2
