"""The expanded file: made once however many start at once, the same for all, somewhere else if a folder is no good."""

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

from medoffice.standards.terminology.store import connection

SAY = "from medoffice.standards.terminology import store; print(store.database())"


def start(**settings: str) -> "subprocess.Popen[str]":
    environment = {**os.environ, **settings}
    return subprocess.Popen([sys.executable, "-c", SAY], env=environment, stdout=subprocess.PIPE, text=True)


def test_many_may_start_at_once(tmp_path: Path) -> None:
    running = [start(MEDOFFICE_CACHE=str(tmp_path)) for _ in range(3)]
    said = {process.communicate(timeout=120)[0].strip() for process in running}
    assert [process.returncode for process in running] == [0, 0, 0]
    (path,) = tmp_path.iterdir()
    assert said == {str(path)}
    with sqlite3.connect(path) as link:
        assert link.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert link.execute("SELECT count(*) FROM node WHERE start > 0").fetchone()[0] > 75_000


def test_a_folder_that_cannot_be_used_is_passed_over(tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("not a folder", encoding="utf-8")
    process = start(MEDOFFICE_CACHE=str(blocked), TMPDIR=str(tmp_path))
    said, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    assert Path(said.strip()).parent.parent == tmp_path
    assert blocked.read_text(encoding="utf-8") == "not a folder"


def test_each_thread_has_its_own_connection() -> None:
    found: list[sqlite3.Connection] = []
    thread = threading.Thread(target=lambda: found.append(connection()))
    thread.start()
    thread.join(10)
    assert found[0] is not connection()
    assert connection() is connection()
