"""The disk is full: what cannot be kept is refused, nothing is lost, reading goes on, and room is all it needs.

A small file system in memory stands for the disk; only root can make one.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from medoffice.kernel.postgres.server import Server
from tests.figures import figure

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small file system"),
]
SIZE = "220m"
WORK = """
import sys
from medoffice.config.server import database
with database():
    from medoffice.kernel import files
    from medoffice.kernel.worlds import catalog, current
    from medoffice.security import audit
    from medoffice.security.types import PROGRAM, Act
    if not catalog.exists("office"):
        catalog.create("office", "training")
    with current.use("office"):
        if sys.argv[1] == "check":
            from medoffice.kernel.checks import run_checks
            wrong = [one for one in run_checks(of_world=True) if not one.ok]
            assert not wrong, wrong
        elif sys.argv[1] == "store":
            print(files.store(sys.argv[2].encode() * 1000, "text/plain"))
        elif sys.argv[1] == "load":
            assert files.load(sys.argv[2])
        else:
            audit.write(Act(PROGRAM, "patients.read"), "seen")
            audit.seal()
"""


@pytest.fixture
def small() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as folder:
        place = Path(folder)
        try:
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=755", "tmpfs", place], check=True)
        except subprocess.CalledProcessError:
            pytest.skip("file systems cannot be mounted here")
        try:
            yield place
        finally:
            subprocess.run(["umount", "--lazy", place], check=False)


def _work(data: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "MEDOFFICE_DATA": str(data), "MEDOFFICE_DB_HOST": ""}
    return subprocess.run(
        [sys.executable, "-c", WORK, *arguments], env=environment, capture_output=True, text=True, check=False
    )


def test_a_full_disk_refuses_and_recovers_when_there_is_room(small: Path) -> None:
    made = _work(small, "store", "before")
    assert made.returncode == 0, made.stderr
    ballast = small / "ballast"
    told, refused = 0, 0
    with Server(small) as server:
        with server.connect() as link:
            link.execute("CREATE TABLE told (number bigint PRIMARY KEY, words text)")
        _fill(ballast)
        for number in range(2000):
            try:
                with server.connect() as link:
                    link.execute("INSERT INTO told VALUES (%s, repeat('x', 6000))", [number])
                told = number + 1
            except psycopg.Error:
                refused += 1
                if refused > 20:
                    break
        assert refused > 20, "the disk was never full"
        if not server.alive():  # without room for its log the server ends rather than lie; it is started again
            ballast.unlink()
            server.restart()
        with server.connect() as link:
            (kept,) = link.execute("SELECT count(*) FROM told").fetchone() or (0,)
        assert kept >= told, "reading goes on, and what was acknowledged is there"
    with suppress(FileNotFoundError):
        ballast.unlink()
    digest = made.stdout.strip()
    for step in (("load", digest), ("act",), ("check",)):
        again = _work(small, *step)
        assert again.returncode == 0, (step, again.stderr[-600:])
    with Server(small) as server, server.connect() as link:
        assert link.execute("SELECT count(*) FROM told").fetchone()[0] >= told  # type: ignore[index]
    figure("a full disk", f"{told} acknowledged, {refused} refused, all acknowledged there afterwards", "0 lost")


def test_a_file_that_does_not_fit_leaves_nothing_half(small: Path) -> None:
    made = _work(small, "store", "before")
    assert made.returncode == 0, made.stderr
    ballast = small / "ballast"
    _fill(ballast, spare=400_000)
    refused = _work(small, "store", "y" * 900)
    assert refused.returncode != 0
    ballast.unlink()
    assert not [path for path in (small / "files").rglob("*") if path.name.startswith(".")], "no half file is left"
    again = _work(small, "store", "y" * 900)
    assert again.returncode == 0, again.stderr[-600:]
    assert _work(small, "check").returncode == 0


def _fill(ballast: Path, spare: int = 0) -> None:
    """Take all room but ``spare`` bytes."""
    free = os.statvfs(ballast.parent)
    with ballast.open("wb") as file:
        left = free.f_bavail * free.f_frsize - spare
        with suppress(OSError):
            while left > 0:
                left -= file.write(b"\0" * min(left, 1 << 20))
                file.flush()
