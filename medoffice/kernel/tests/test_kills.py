"""Kill -9 at any moment, of the server while it commits and of the program while it makes worlds: nothing told is lost.

Heavy (each kill costs a crash recovery), so these run with ``make soak``.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from medoffice.kernel.postgres import cluster
from medoffice.kernel.postgres.server import Server

pytestmark = pytest.mark.soak
SEED = 20260302
MAKE_WORLDS = """
import itertools
from medoffice.config.server import database
with database():
    from medoffice.kernel.worlds import catalog
    if not catalog.exists("first"):
        catalog.create("first", "test")
    print("made", flush=True)
    for number in itertools.count():
        if catalog.exists("second"):
            catalog.drop("second")
        catalog.clone("first", "second", "training")
"""
LOOK_AT_WORLDS = """
from medoffice.config.server import database
with database():
    from medoffice.kernel.worlds import catalog, current
    from medoffice.kernel.worlds.models import World
    for name in catalog.worlds():
        catalog.ensure_migrated(name)
        with current.use(name):
            row = World.objects.get()
            assert (row.name, row.kind) == (name, {"first": "test", "second": "training"}[name]), row.name
    print(*catalog.worlds())
"""


@pytest.fixture
def data() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_no_acknowledged_commit_is_lost_over_twenty_kills_of_the_server(data: Path) -> None:
    chance, acknowledged, stop = random.Random(SEED), set[int](), threading.Event()

    def commit(lane: int) -> None:
        for number in range(lane, 10_000_000, 4):
            try:
                with server.connect() as link:
                    link.execute("INSERT INTO told VALUES (%s)", [number])
                acknowledged.add(number)
            except psycopg.OperationalError:
                stop.wait(0.02)
            if stop.is_set():
                return

    with Server(data) as server:
        with server.connect() as link:
            link.execute("CREATE TABLE told (number bigint PRIMARY KEY)")
        clients = [threading.Thread(target=commit, args=(lane,)) for lane in range(4)]
        for client in clients:
            client.start()
        try:
            for _ in range(20):
                before = len(acknowledged)
                cluster.wait(lambda low=before: len(acknowledged) > low + 20, 30, "work")  # type: ignore[misc]
                stop.wait(chance.random() / 5)
                os.kill(server.pid(), signal.SIGKILL)
                cluster.wait(lambda: not server.alive(), 20, "the kill")
                server.restart()
        finally:
            stop.set()
            for client in clients:
                client.join()
        with server.connect() as link:
            kept = {row[0] for row in link.execute("SELECT number FROM told")}
    assert len(acknowledged) > 400
    assert acknowledged <= kept


def test_a_program_killed_while_it_makes_worlds_leaves_whole_ones(data: Path) -> None:
    chance = random.Random(SEED)
    environment = {**os.environ, "MEDOFFICE_DATA": str(data), "MEDOFFICE_DB_HOST": ""}
    for number in range(15):
        with subprocess.Popen(
            [sys.executable, "-c", MAKE_WORLDS],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as maker:
            assert maker.stdout is not None
            if number > 3:  # the first ones are killed while the first world is made
                assert maker.stdout.readline() == "made\n"
            with pytest.raises(subprocess.TimeoutExpired):
                maker.wait(timeout=chance.uniform(0.3, 2.5) if number <= 3 else chance.uniform(0.0, 0.4))
            maker.kill()
        if number % 3 == 2:
            done = subprocess.run(
                [sys.executable, "-c", LOOK_AT_WORLDS], env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stderr
            assert set(done.stdout.split()) <= {"first", "second"}
            assert number <= 3 or "first" in done.stdout
