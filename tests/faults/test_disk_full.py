"""The disk is full: what cannot be kept is refused, nothing is lost, reading goes on, and room is all it needs.

A small file system in memory stands for the disk; only root can make one.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from medoffice.config.tests.makers import medoffice
from tests.faults.running import RunningOffice
from tests.figures import figure

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small file system"),
]
SIZE, SPARE, REFUSALS = "800m", 80_000_000, 30
WORK = """
import sys
from medoffice.config.server import database
with database():
    from medoffice.kernel import files
    from medoffice.kernel.worlds import catalog, current
    if not catalog.exists("office"):
        catalog.create("office", "training")
    with current.use("office"):
        if sys.argv[1] == "check":
            from medoffice.kernel.checks import run_checks
            wrong = [one for one in run_checks(of_world=True) if not one.ok]
            assert not wrong, wrong
        else:
            files.store(sys.argv[2].encode() * 1000, "text/plain")
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


def test_a_full_disk_refuses_and_the_office_goes_on_when_there_is_room(small: Path, tmp_path: Path) -> None:
    office = RunningOffice(small / "office")
    office.log = tmp_path / "office.log"
    place, ballast = {"MEDOFFICE_DATA": str(office.data), "MEDOFFICE_DB_HOST": ""}, small / "ballast"
    made = medoffice("worlds", "create", "practice", "--kind", "practice", **place)
    assert made.returncode == 0, made.stderr
    try:
        office.start()
        office.wait_ready()
        office.query("CREATE TABLE told (number bigint PRIMARY KEY, words bytea NOT NULL)", database="postgres")
        _fill(ballast, spare=SPARE)
        told, refused = _write_until_full(office)
        assert len(told) >= 1000, "the disk was full from the start"
        assert refused > REFUSALS, "the disk was never full"
        ballast.unlink()
        waited = office.wait_ready()
        kept = {int(str(row[0])) for row in office.query("SELECT number FROM told", database="postgres")}
        assert told <= kept
        office.query("INSERT INTO told VALUES (-1, '')", database="postgres")
        checked = office.check()
        wrong = [one for one in map(json.loads, checked.stdout.splitlines()) if not one["ok"]]
        assert checked.returncode == 0, wrong
    finally:
        office.stop()
    words = f"{len(told):,} acknowledged until it was full, {len(told - kept)} of them lost, {refused} refused"
    figure("a full disk", f"{words}; {waited:.1f} s after there was room it served", "0 lost, goes on unaided")


def _write_until_full(office: RunningOffice) -> tuple[set[int], int]:
    """Rows that no disk can make smaller, one commit each, until it refuses many: those acknowledged, how many not."""
    told, refused, number = set[int](), 0, 0
    while refused <= REFUSALS:
        try:
            with psycopg.connect(**office.server("postgres"), autocommit=True) as link:
                while True:
                    number += 1
                    link.execute("INSERT INTO told VALUES (%s, %s)", [number, os.urandom(6000)])
                    told.add(number)
        except psycopg.Error:
            refused += 1
            time.sleep(0.1)
    return told, refused


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
