"""The contract of the command line: help, JSON and nothing else on stdout, bad input told, exit codes, no database."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from medoffice.config.cli import COMMANDS
from medoffice.config.tests.makers import ROOT, answers, medoffice, nowhere
from medoffice.standards.ccda.tests.makers import WHOLE, document
from medoffice.standards.hl7.tests.makers import RESULT
from medoffice.standards.x12.tests import planted_bytes

CLAIM = {"date": "2026-10-01", "diagnoses": ["M72.20", "E11.9"]}
ACK = (
    "ISA*00*          *00*          *ZZ*99901          *ZZ*RIVERBEND      *261124*0900*^*00501*000000001*0*P*:~"
    "TA1*000000007*261124*0900*A*000~IEA*0*000000001~"
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_needs_nothing_for_it(command: str, tmp_path: Path) -> None:
    done = medoffice(command, "--help", **nowhere(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"usage: medoffice {command}")


def test_without_a_command_or_with_a_wrong_one_it_says_what_there_is(tmp_path: Path) -> None:
    for arguments in ((), ("sing",)):
        done = medoffice(*arguments, **nowhere(tmp_path))
        assert (done.returncode, done.stdout) == (2, "")
        assert "usage: medoffice" in done.stderr
    assert "worlds" in medoffice("--help", **nowhere(tmp_path)).stdout


def test_a_data_folder_that_cannot_be_used_is_told_in_words(tmp_path: Path) -> None:
    for command in (["worlds", "list"], ["check"], ["run", "--port", "0"]):
        done = medoffice(*command, **nowhere(tmp_path))
        assert (done.returncode, done.stdout) == (2, "")
        assert "MEDOFFICE_DATA" in done.stderr
        assert "Traceback" not in done.stderr


def test_codes_are_searched_without_a_database_one_answer_a_query_in_order(tmp_path: Path) -> None:
    (tmp_path / "queries").write_text("plantar fasciitis\n\n  hypertension \nca\u00f1a\nI10\n", encoding="utf-8")
    asked = ["codes", "search", "--date", "2026-10-01", "--limit", "3", "--json", "--queries"]
    done = medoffice(*asked, tmp_path / "queries", **nowhere(tmp_path))
    found = answers(done)
    assert done.returncode == 0
    assert [one["query"] for one in found] == ["plantar fasciitis", "hypertension", "ca\u00f1a", "I10"]
    assert found[0]["results"][0]["code"].startswith("M72.2")
    assert found[3]["results"][0]["code"] == "I10"
    assert all(len(one["results"]) <= 3 and one["ms"] >= 0 for one in found)
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\n")
    for bad in ("none", "bytes"):
        done = medoffice(*asked, tmp_path / bad, **nowhere(tmp_path))
        assert done.returncode == 1
        assert [(one["file"], bool(one["error"])) for one in answers(done)] == [(str(tmp_path / bad), True)]
        assert str(tmp_path / bad) in done.stderr


def test_codes_and_claims_are_checked_and_bad_files_told(tmp_path: Path) -> None:
    good, wrong, text = tmp_path / "good.json", tmp_path / "wrong.json", tmp_path / "text.json"
    good.write_text(json.dumps(CLAIM), encoding="utf-8")
    wrong.write_text(json.dumps({**CLAIM, "diagnoses": ["M72.2", "E11.9", "E10.9"]}), encoding="utf-8")
    text.write_text("Dear office", encoding="utf-8")
    files = [good, text, wrong, tmp_path / "none.json"]
    done = medoffice("codes", "check", *files, "E11.9", "--json", **nowhere(tmp_path))
    found = answers(done)
    assert done.returncode == 1
    assert [one.get("ok") for one in found] == [True, None, False, None, None]
    assert ["error" in one for one in found] == [False, True, False, True, False]
    assert [one.get("file") for one in found[:4]] == [str(file) for file in files]
    assert "icd10-expired" in {finding["code"] for finding in found[2]["findings"]}
    assert medoffice("codes", "check", good, **nowhere(tmp_path)).returncode == 0


def test_codes_say_when_there_is_nothing_to_do(tmp_path: Path) -> None:
    for arguments in (["search"], ["check"], ["search", "x", "--limit", "0"]):
        done = medoffice("codes", *arguments, "--json", **nowhere(tmp_path))
        assert (done.returncode, done.stdout) == (2, ""), arguments


def test_x12_files_are_checked_and_shown_and_bad_ones_told(tmp_path: Path) -> None:
    ack, letter, name = tmp_path / "ack", tmp_path / "letter", tmp_path / "se\u00f1or \udcff"
    ack.write_text(ACK, encoding="ascii")
    letter.write_text("Dear office", encoding="utf-8")
    name.write_text(ACK, encoding="ascii")
    checked = medoffice("x12", "check", ack, tmp_path / "none", letter, tmp_path, name, "--json", **nowhere(tmp_path))
    found = answers(checked)
    assert checked.returncode == 1
    assert [one.get("ok", one.get("error")) for one in found] == [
        True,
        "No such file or directory",
        False,
        "Is a directory",
        True,
    ]
    assert {"file", "transaction", "supported", "ok", "findings"} <= set(found[0])
    shown = medoffice("x12", "show", letter, ack, "--json", **nowhere(tmp_path))
    assert shown.returncode == 1
    assert "error" in answers(shown)[0]
    assert answers(shown)[1]["file"] == str(ack)
    assert medoffice("x12", "check", ack, **nowhere(tmp_path)).returncode == 0
    assert medoffice("x12", "check", letter, **nowhere(tmp_path)).returncode == 1
    assert medoffice("x12", "show", ack, **nowhere(tmp_path)).returncode == 0
    told = medoffice("x12", "show", letter, **nowhere(tmp_path))
    assert (told.returncode, "nothing to show" in told.stdout) == (1, True)


@pytest.mark.parametrize("more", [[], ["--json"]])
def test_a_file_of_a_version_nobody_here_reads_is_no_success(tmp_path: Path, more: list[str]) -> None:
    old = tmp_path / "old"
    old.write_bytes(next(planted.raw for planted in planted_bytes.WRONG if planted.name == "the older guide"))
    checked = medoffice("x12", "check", old, *more, **nowhere(tmp_path))
    assert checked.returncode == 1
    assert ('"supported": false' if more else "not supported") in checked.stdout


def test_clinical_documents_are_checked_and_shown_and_bad_ones_told(tmp_path: Path) -> None:
    good, nobody, letter = tmp_path / "good.xml", tmp_path / "nobody.xml", tmp_path / "letter"
    good.write_bytes(WHOLE)
    nobody.write_bytes(document(header=""))
    letter.write_text("Dear office", encoding="utf-8")
    checked = medoffice("ccda", "check", good, letter, tmp_path / "none", nobody, "--json", **nowhere(tmp_path))
    found = answers(checked)
    assert checked.returncode == 1
    assert [one.get("ok") for one in found] == [True, None, None, False]
    assert ["error" in one for one in found] == [False, True, True, False]
    assert (found[0]["entries"]["problems"], found[0]["coded"], found[0]["read"]) == (1, 3, 3)
    shown = medoffice("ccda", "show", good, "--json", **nowhere(tmp_path))
    assert (shown.returncode, answers(shown)[0]["patient"]["birth"]["day"]) == (0, "1965-03-14")
    assert "Asthma (SNOMED CT 195967001), active, since 2018-05" in medoffice("ccda", "show", good).stdout
    assert "3 of 3 coded entries read" in medoffice("ccda", "check", good, **nowhere(tmp_path)).stdout


def test_hl7_messages_are_checked_one_by_one_and_bad_ones_told(tmp_path: Path) -> None:
    good, two, letter = tmp_path / "good.hl7", tmp_path / "two.hl7", tmp_path / "letter"
    good.write_bytes(RESULT)
    two.write_bytes(RESULT + RESULT.replace(b"R-1001", b""))
    letter.write_text("Dear office", encoding="utf-8")
    checked = medoffice("hl7", "check", good, two, letter, tmp_path / "none", "--json", **nowhere(tmp_path))
    found = answers(checked)
    assert checked.returncode == 1
    assert [one.get("ack") for one in found] == ["AA", "AA", "AE", "AR", None]
    assert list(found[0]) == ["file", "type", "control_id", "ack", "findings"]
    assert found[4]["error"] == "No such file or directory"
    told = medoffice("hl7", "check", good, letter, **nowhere(tmp_path))
    assert "ORU^R01 R-1001: answered AA" in told.stdout
    assert "[hl7.no-msh]" in told.stdout
    assert medoffice("hl7", "check", good, **nowhere(tmp_path)).returncode == 0


def test_a_reader_that_has_read_enough_is_no_error(tmp_path: Path) -> None:
    ack = tmp_path / "ack"
    ack.write_text(ACK, encoding="ascii")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **nowhere(tmp_path)}
    command = [sys.executable, "-m", "medoffice", "x12", "check", *[str(ack)] * 2000, "--json"]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout is not None
        assert reader.stderr is not None
        assert json.loads(reader.stdout.readline())["ok"]
        reader.stdout.close()
        assert reader.stderr.read() == ""
        assert reader.wait() == 1


def test_worlds_are_made_and_refused_in_words() -> None:
    listed = medoffice("worlds", "list")
    assert listed.returncode == 0
    assert "tpl" in listed.stdout.split()
    assert medoffice("worlds", "create", "Bad_Name").returncode == 2
    assert "will not do as a name" in medoffice("worlds", "create", "Bad_Name").stderr
    assert "There is no world nowhere." in medoffice("worlds", "drop", "nowhere").stderr
    assert medoffice("worlds", "clone", "tpl").returncode == 2
