"""``medoffice codes``: claims and codes are checked, queries searched, one answer each."""

import json
from pathlib import Path

import pytest

from medoffice.config.cli import main
from medoffice.standards.terminology.tests.makers import CLEAN


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
    assert main(["codes", "check", "--json", "--date", "2026-10-01", files[0]]) == 0
    assert json.loads(capsys.readouterr().out) == answers[0]
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


def test_a_file_that_is_nested_without_end_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "deep.json").write_text("[" * 100_000)
    assert main(["codes", "check", str(tmp_path / "deep.json"), "--json"]) == 1
    assert "nested too deep" in json.loads(capsys.readouterr().out)["error"]


def test_a_note_is_answered_with_codes_and_the_words_they_rest_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.txt"
    note.write_text("A/P:\n1. Right knee osteoarthritis.\n2. No gout. Mother has lupus.\n", encoding="utf-8")
    assert main(["codes", "suggest", str(note), "--date", "2026-11-24", "--sex", "F", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [found["code"] for found in answer["codes"]] == ["M17.11"]
    (start, end) = answer["codes"][0]["spans"][0]
    assert note.read_text(encoding="utf-8")[start:end] == "Right knee osteoarthritis"
    assert {found["rule"] for found in answer["rejected"]} == {"denied", "family"}
    assert answer["ms"] >= 0
    assert main(["codes", "suggest", str(note), "--date", "2026-11-24"]) == 0
    assert "M17.11" in capsys.readouterr().out
    assert main(["codes", "suggest", str(tmp_path / "absent.txt"), "--json"]) == 1
    assert "error" in json.loads(capsys.readouterr().out)
