"""The documents tell the truth about the tree: the floors are the plan's floors, and every link leads somewhere."""

import re
from pathlib import Path

import pytest

from tests.architecture.test_house import REPO
from tools.importlinter import FLOORS, PRIVATE

DOCUMENTS = sorted([*REPO.glob("*.md"), *REPO.glob("docs/**/*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\((?!https?://|mailto:|#)([^)#\s]+)")


def test_the_floors_in_the_house_page_are_the_plan() -> None:
    page = (REPO / "docs" / "HOUSE.md").read_text(encoding="utf-8")
    table = page.partition("## The floors")[2].partition("## The shape")[0]
    rows = [[cell.strip() for cell in line.split("|")[1:3]] for line in table.splitlines() if line.startswith("|")][2:]
    told = [(floor, () if rooms in {"a library", "one room"} else tuple(rooms.split(", "))) for floor, rooms in rows]
    assert told == list(FLOORS)


def test_the_shape_in_the_house_page_names_every_part() -> None:
    page = (REPO / "docs" / "HOUSE.md").read_text(encoding="utf-8")
    shape = page.partition("## The shape of a room")[2].partition("## Where does this go?")[0]
    missing = [part for part in PRIVATE if not re.search(rf"`{part}(\.py|/)`", shape)]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(REPO).as_posix())
def test_every_link_leads_to_a_file(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    broken = [link for link in LINK.findall(text) if not (document.parent / link).exists()]
    assert broken == []


def test_every_decision_is_listed_once_and_short() -> None:
    folder = REPO / "docs" / "decisions"
    listed = LINK.findall((folder / "README.md").read_text(encoding="utf-8"))
    assert listed == [path.name for path in sorted(folder.glob("0*.md"))]
    for name in listed:
        assert len((folder / name).read_text(encoding="utf-8").splitlines()) <= 20, name


def test_the_verbs_in_the_makefile_are_those_the_documents_name() -> None:
    makefile = (REPO / "Makefile").read_text(encoding="utf-8")
    verbs = set(re.findall(r"^([a-z]+):.*  ## ", makefile, re.MULTILINE))
    assert verbs >= {"run", "test", "check", "soak", "bench", "shots", "help"}
    example = re.compile(r"(?:`|^    )make ([a-z]+)", re.MULTILINE)
    told = {verb for path in DOCUMENTS for verb in example.findall(path.read_text(encoding="utf-8"))}
    assert "run" in told
    assert told <= verbs, told - verbs


def test_each_test_that_the_page_of_the_front_office_names_exists() -> None:
    page = (REPO / "docs" / "front-office.md").read_text(encoding="utf-8")
    sources = [path for top in ("medoffice", "tests") for path in (REPO / top).rglob("test_*.py")]
    there = {name for path in sources for name in re.findall(r"def (test_\w+)", path.read_text(encoding="utf-8"))}
    named = set(re.findall(r"`(test_\w+)`", page))
    assert len(named) > 80
    assert named - there == set()
    files = re.findall(r"`(tests/[\w/.]+)`", page) + [
        f"bench/bench_{name}.py" for name in re.findall(r"`python -m bench (\w+)`", page)
    ]
    assert [name for name in files if not (REPO / name).exists()] == []


def test_each_test_and_file_that_the_page_of_records_names_exists_under_a_heading() -> None:
    page = (REPO / "docs" / "records.md").read_text(encoding="utf-8")
    sources = [path for top in ("medoffice", "tests") for path in (REPO / top).rglob("*.py")]
    tests = [path for path in sources if path.name.startswith("test_")]
    there = {name for path in tests for name in re.findall(r"def (test_\w+)", path.read_text(encoding="utf-8"))}
    named = set(re.findall(r"`(test_\w+)`", page))
    assert len(named) > 40
    assert named - there == set()
    files = [f"/{path.relative_to(REPO).as_posix()}" for path in sources]
    told = [name.rpartition("/\u2026")[2] for name in re.findall(r"`([\w/\u2026.-]+\.py)`", page)]
    assert len(told) > 50
    assert [name for name in told if not any(path.endswith(f"/{name.lstrip('/')}") for path in files)] == []
    before, *sections = page.split("\n## ")
    assert "|" not in before
    heads = [[line.split("|")[1].strip() for line in part.splitlines() if line.startswith("|")] for part in sections]
    assert len(heads) > 5
    assert all(rows[:2] == ["ID", "---"] and len(rows) > 2 for rows in heads)
