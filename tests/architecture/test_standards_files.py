"""docs/asvs.toml and docs/onc.toml name tests that exist and are collected, and count honestly."""

import ast
import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests import onc
from tests.architecture.test_house import REPO

ASVS: dict[str, dict[str, Any]] = tomllib.loads((REPO / "docs" / "asvs.toml").read_text(encoding="utf-8"))
HOW = {"held", "na", "open"}


def missing(name: str) -> str:
    """Why a test that is named would not run, or nothing."""
    file, _, function = name.partition("::")
    path = REPO / file
    if (
        not path.is_file()
        or not re.fullmatch(r"test_.*\.py", path.name)
        or path.parts[len(REPO.parts)]
        not in (
            "medoffice",
            "tests",
        )
    ):
        return f"{name}: no such file of tests"
    tests = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)]
    run = {node.name for node in tests if node.name.startswith("test_") and not _is_heavy(node)}
    return "" if (function in run if function else run) else f"{name}: no such test"


def _is_heavy(node: ast.FunctionDef) -> bool:
    """Whether only ``make soak`` runs it."""
    return any("soak" in ast.unparse(mark) for mark in node.decorator_list)


def test_every_test_that_is_named_exists() -> None:
    named = {row["held"] for row in ASVS.values() if "held" in row}
    named |= {name for criterion in onc.criteria() for name in criterion.get("shown_by", ())}
    assert len(named) > 40
    assert [why for why in map(missing, sorted(named)) if why] == []


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("tests/policy/test_none.py::test_x", "no such file"),
        ("tests/policy/office.py::make_world", "no such file"),
        ("tests/policy/test_routes.py::test_no_such", "no such test"),
        ("tests/policy/test_routes.py::seen", "no such test"),
        ("tests/fuzz/test_http.py::test_whatever_is_sent_is_answered_by_the_house_for_long", "no such test"),
    ],
)
def test_a_test_that_is_not_there_is_found(name: str, word: str) -> None:
    assert word in missing(name)


def test_each_requirement_says_one_thing_about_itself() -> None:
    for number, row in ASVS.items():
        assert re.fullmatch(r"\d{1,2}\.\d{1,2}\.\d{1,2}", number)
        assert len(HOW & row.keys()) == 1, number
        assert row["level"] in (1, 2, 3)
        assert row["says"]
        assert row.keys() <= {"level", "says", "read", *HOW}, number
    assert Counter(row["level"] for row in ASVS.values() if row["level"] < 3) == {1: 70, 2: 183}


def test_there_are_thirteen_criteria_and_an_open_one_is_not_demonstrated() -> None:
    assert [criterion["number"] for criterion in onc.criteria()] == list(range(1, 14))
    outcomes = onc.Outcomes()
    outcomes.seen["tests/a.py::test_b"] = ["passed", "passed"]
    outcomes.seen["tests/a.py::test_c"] = ["passed", "failed"]
    one = {"number": 1, "says": "x"}
    assert onc.line(one | {"open": "later"}, outcomes) == (False, "(d)(1) x: OPEN, later")
    assert onc.line(one | {"shown_by": ["tests/a.py::test_b"]}, outcomes)[0]
    assert not onc.line(one | {"shown_by": ["tests/a.py"]}, outcomes)[0]
    assert not onc.line(one | {"shown_by": ["tests/a.py::test_d"]}, outcomes)[0]
    assert not onc.line(one | {"shown_by": []}, outcomes)[0]
    assert Path(onc.FILE).is_file()


def test_the_security_page_says_by_when_reports_are_answered_and_weak_parts_replaced() -> None:
    page = (REPO / "SECURITY.md").read_text(encoding="utf-8")
    assert re.search(r"answer within \w+ working days", page)
    assert re.search(r"weak is\s+replaced within \w+ days", page)
