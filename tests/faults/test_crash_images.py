"""The power goes: the server dies at once in the middle of commits, fifty times; each image of its folder recovers.

An image is the cluster's folder copied after every process of the server was stopped and killed in one blow: what was
in its memory alone is not in it. A disk that loses power also tears what it was writing, so half of the pages that were
changed since the last checkpoint, and need not have been on disk yet, keep only their first half. The log stays: an
acknowledged commit is one whose log was synced, which the program insists on at every start.
"""

import os
import random
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from medoffice.kernel.postgres import cluster
from medoffice.kernel.postgres.server import Server
from tests.figures import figure

pytestmark = pytest.mark.soak
SEED = int(os.environ.get("MEDOFFICE_SEED", "20261126"))
IMAGES = int(os.environ.get("MEDOFFICE_IMAGES", "50"))
PAGE = 8192
MAKE = """
    CREATE EXTENSION amcheck;
    CREATE TABLE entry (number bigint PRIMARY KEY, lane int NOT NULL, words text NOT NULL);
    CREATE INDEX entry_words ON entry (words);
    CREATE TABLE line (entry bigint NOT NULL REFERENCES entry, cents bigint NOT NULL);
    CREATE INDEX line_entry ON line (entry)
"""


@pytest.fixture
def data() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


class Clerks:
    """Four connections that post balanced entries; what was acknowledged is kept."""

    def __init__(self, server: Server) -> None:
        self.server, self.told, self.stop = server, set[int](), threading.Event()
        self._hands = [threading.Thread(target=self._post, args=(lane,)) for lane in range(4)]
        for hand in self._hands:
            hand.start()

    def _post(self, lane: int) -> None:
        number = lane
        while not self.stop.is_set():
            try:
                with self.server.connect() as link:
                    while not self.stop.is_set():
                        number += 4
                        with link.transaction():
                            link.execute("INSERT INTO entry VALUES (%s, %s, %s)", [number, lane, f"{number:x}" * 20])
                            link.execute("INSERT INTO line VALUES (%s, %s), (%s, %s)", [number, lane, number, -lane])
                        self.told.add(number)
            except psycopg.Error:
                self.stop.wait(0.02)

    def end(self) -> None:
        """Let everybody stop."""
        self.stop.set()
        for hand in self._hands:
            hand.join()


def test_images_of_a_power_cut_recover_whole(data: Path) -> None:
    chance, torn, told = random.Random(SEED), 0, 0
    live, image = data / "live", data / "image"
    for folder in (live, image):
        folder.mkdir()
        folder.chmod(0o755)
    with Server(live) as server:
        with server.connect() as link:
            link.execute(MAKE)
        clerks = Clerks(server)
        try:
            for _ in range(IMAGES):
                before = len(clerks.told)
                cluster.wait(lambda low=before: len(clerks.told) > low + 30, 120, "work")  # type: ignore[misc]
                clerks.stop.wait(chance.random() / 4)
                _cut_power(server)
                acknowledged = set(clerks.told)
                shutil.rmtree(image / "pg", ignore_errors=True)
                subprocess.run(["cp", "-a", live / "pg", image / "pg"], check=True)
                torn += _tear(image / "pg", chance)
                _recovers(image, acknowledged)
                server.restart()
                told = len(acknowledged)
        finally:
            clerks.end()
    figure("crash images", f"{IMAGES} recovered, {told} acknowledged all there, {torn} pages torn", "50, amcheck clean")
    assert torn > 0


def _cut_power(server: Server) -> None:
    """Kill every process of the server in one blow, none of which may write on."""
    leader = server.pid()
    children = Path(f"/proc/{leader}/task/{leader}/children").read_text().split()
    for pid in (leader, *map(int, children)):
        os.kill(pid, signal.SIGSTOP)
    for pid in (leader, *map(int, children)):
        os.kill(pid, signal.SIGKILL)
    cluster.wait(lambda: not server.alive(), 20, "the end of the server")


def _tear(folder: Path, chance: random.Random) -> int:
    """Tear pages that were written and not synced: only their first half arrived. Returns how many.

    Which these are, the server knows: pages changed since the last checkpoint, whose whole image is in the log. They
    are told by their log position, which the page's first eight bytes hold.
    """
    redo = _redo_of(folder)
    torn = 0
    for path in sorted((folder / "base").glob("*/[0-9]*")):
        if not path.name.isdigit():
            continue
        with path.open("r+b") as file:
            for place in range(path.stat().st_size // PAGE):
                file.seek(place * PAGE)
                high, low = (int.from_bytes(file.read(4), "little") for _ in range(2))
                if (high << 32 | low) > redo and chance.random() < 0.5:
                    file.seek(place * PAGE + PAGE // 2)
                    file.write(os.urandom(PAGE // 2))
                    torn += 1
    return torn


def _redo_of(folder: Path) -> int:
    """Where recovery begins, by the cluster's control file."""
    from medoffice.kernel.postgres import binaries

    said = subprocess.run(
        [binaries.folder() / "pg_controldata", "-D", folder], capture_output=True, text=True, check=True
    ).stdout
    found = next(row for row in said.splitlines() if "REDO location" in row).rpartition(":")[2].strip()
    high, _, low = found.partition("/")
    return int(high, 16) << 32 | int(low, 16)


def _recovers(image: Path, acknowledged: set[int]) -> None:
    """The image starts; all that was acknowledged is there, whole and balanced; every table and index is sound."""
    with Server(image) as server, server.connect() as link:
        kept = {row[0] for row in link.execute("SELECT number FROM entry")}
        assert acknowledged <= kept
        halves = link.execute(
            "SELECT e.number FROM entry e LEFT JOIN line l ON l.entry = e.number GROUP BY 1"
            " HAVING count(l.cents) <> 2 OR sum(l.cents) <> 0"
        ).fetchall()
        assert halves == []
        tables = link.execute("SELECT oid FROM pg_class WHERE relkind = 'r'").fetchall()
        for (table,) in tables:
            assert link.execute("SELECT * FROM verify_heapam(%s)", [table]).fetchall() == []
        indexes = link.execute(
            "SELECT c.oid FROM pg_class c JOIN pg_am a ON a.oid = c.relam WHERE a.amname = 'btree' AND relkind = 'i'"
        ).fetchall()
        for (index,) in indexes:
            link.execute("SELECT bt_index_check(%s, true)", [index])
