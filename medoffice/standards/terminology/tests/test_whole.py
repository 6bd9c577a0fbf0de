"""The shipped tables are whole, and each kind of fault is told when it is planted in a copy."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from medoffice.standards.terminology.icd10 import last_day
from medoffice.standards.terminology.store import database
from medoffice.standards.terminology.whole import file_faults


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    path = tmp_path / "copy.sqlite"
    path.write_bytes(database().read_bytes())
    with contextlib.closing(sqlite3.connect(path)) as link:
        yield link


def test_the_shipped_tables_are_whole() -> None:
    assert file_faults() == []
    assert last_day().year >= 2027


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("UPDATE node SET stop = start - 1 WHERE id = 'E119'", "1 codes end before they begin."),
        ("UPDATE node SET parent = 'Q00X' WHERE id = 'E119'", "1 codes stand below a heading that is not there."),
        ("UPDATE node SET old = 'Q00X' WHERE id = 'E119'", "1 codes name a predecessor that is not there."),
        ("DELETE FROM member WHERE code = 'E119'", "1 codes that may be billed cannot be found by words."),
        ("INSERT INTO member VALUES (1, 'Q00X')", "1 entries of the index lead to no code."),
        ("INSERT INTO note VALUES ('Q00X', 'note', 'x')", "1 notes are about codes that are not there."),
    ],
)
def test_a_planted_fault_is_told(copy: sqlite3.Connection, fault: str, told: str) -> None:
    copy.execute(fault)
    assert file_faults(copy) == [told]


def test_a_damaged_or_empty_file_is_told(tmp_path: Path) -> None:
    with contextlib.closing(sqlite3.connect(tmp_path / "empty.sqlite")) as link:
        assert "cannot be read" in file_faults(link)[0]
