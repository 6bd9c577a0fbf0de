"""A world of a million rows is backed up and comes back row by row the same; a killed restore leaves nothing."""

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from medoffice.config.tests.makers import ROOT
from medoffice.kernel import backup
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.sealed import Key
from medoffice.kernel.worlds import catalog, current
from tests.faults.test_audit import FILL
from tests.figures import figure

pytestmark = pytest.mark.soak
SEED = int(os.environ.get("MEDOFFICE_SEED", "20261126"))
ROWS = int(os.environ.get("MEDOFFICE_ROWS", "500000"))  # of events; each has a subject: a million in all
KEY, OTHER = Key("hkdf", b"k" * 32), Key("hkdf", b"o" * 32)
RESTORE = """
import sys
from pathlib import Path
import django
django.setup()
from medoffice.kernel import backup
from medoffice.kernel.sealed import Key
backup.restore(Path(sys.argv[1]), Key("hkdf", b"k" * 32), sys.argv[2])
"""


@pytest.fixture(name="saved")
def _saved(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[str, Path]]:
    """A world of a million rows, and where its backup may go."""
    with django_db_blocker.unblock(), tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as folder:
        with current.use(fresh_world, current.OWNER), connection.cursor() as cursor:
            cursor.execute(FILL.format(ROWS))
        yield fresh_world, Path(folder) / "office.backup"


def test_a_million_rows_come_back_the_same_or_not_at_all(saved: tuple[str, Path]) -> None:
    world, target = saved
    began = time.perf_counter()
    manifest = backup.backup(world, target, KEY)
    wrote = time.perf_counter() - began
    with pytest.raises(Refusal, match="does not open"):
        backup.restore(target, OTHER, "copy")
    _flip_a_bit(target)
    with pytest.raises(Refusal, match=r"altered|not complete"):
        backup.restore(target, KEY, "copy")
    _flip_a_bit(target)
    assert "copy" not in catalog.worlds()
    began = time.perf_counter()
    backup.restore(target, KEY, "copy")
    came = time.perf_counter() - began
    with current.use("copy"):
        found = backup.row_hashes()
    catalog.drop("copy")
    differs = {table for table in found if found[table] != manifest.row_hashes[table]}
    assert differs <= {"world", "django_session", "kernel_outbox", "procrastinate_jobs", "procrastinate_events"}
    words = f"{2 * ROWS:,} rows backed up and read back in {wrote:.1f} s, restored and compared in {came:.1f} s"
    figure("backup and restore of a million rows", words, "rows equal")
    _killed_restores(target, came)


def _flip_a_bit(path: Path) -> None:
    """In the middle; once more takes it back."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        byte = file.read(1)[0]
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte ^ 1]))


def _killed_restores(target: Path, seconds: float) -> None:
    """A restore killed at any moment leaves no world; the next one makes it."""
    chance = random.Random(SEED)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "medoffice.config.settings"}
    for _ in range(6):
        with subprocess.Popen([sys.executable, "-c", RESTORE, target, "copy"], env=environment) as restoring:
            try:
                restoring.wait(timeout=1 + chance.random() * seconds * 0.8)
            except subprocess.TimeoutExpired:
                restoring.kill()
        if "copy" in catalog.worlds():
            catalog.drop("copy")
    done = subprocess.run([sys.executable, "-c", RESTORE, target, "copy"], env=environment, check=False)
    assert done.returncode == 0
    assert "copy" in catalog.worlds()
    with current.use("copy"), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_database WHERE datname = 'x_copy'")
        (hidden,) = cursor.fetchone()
        connection.close()
    assert hidden == 0, "nothing half made is left"
    catalog.drop("copy")
