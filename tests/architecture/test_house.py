"""Every check holds for this repository, and the import contracts are the generated ones."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.architecture import checks_code, checks_faces, checks_rooms
from tests.architecture.tree import Tree
from tools import importlinter

REPO = Path(__file__).resolve().parents[2]
Check = Callable[[Tree], Iterator[str]]
CHECKS: list[Check] = [
    checks_rooms.sizes,
    checks_rooms.shape,
    checks_rooms.packages,
    checks_rooms.circles,
    checks_rooms.names,
    checks_rooms.api,
    checks_rooms.references,
    checks_rooms.plan,
    checks_code.purity,
    checks_code.clock,
    checks_code.views,
    checks_code.order,
    checks_code.dangerous,
    checks_code.xml,
    checks_code.append_only,
    checks_faces.inline,
    checks_faces.forms,
    checks_faces.addresses,
    checks_faces.embedded,
    checks_faces.secrets,
    checks_faces.locks,
]


@pytest.fixture(scope="module")
def tree() -> Tree:
    return Tree(REPO)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_holds_here(check: Check, tree: Tree) -> None:
    complaints = list(check(tree))
    assert not complaints, "\n" + "\n".join(complaints)


def test_contracts_are_the_generated_ones() -> None:
    written = (REPO / importlinter.TARGET).read_text(encoding="utf-8")
    assert written == importlinter.text(REPO), "run `make contracts` and commit .importlinter"


def test_the_tree_is_really_walked(tree: Tree) -> None:
    found = {tree.at(path) for path in tree.python()}
    assert {"medoffice/kernel/money.py", "tools/importlinter.py", "tests/architecture/tree.py"} <= found
    assert "security" in tree.rooms()
