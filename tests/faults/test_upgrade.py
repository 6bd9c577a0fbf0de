"""The first landing's data come up to today's schema, go back, and come up again; no row is lost on the way."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from medoffice.config.tests.makers import medoffice
from medoffice.kernel.archive import Manifest, opened
from medoffice.kernel.sealed import Key
from tests.faults.running import RunningOffice
from tests.figures import figure

pytestmark = pytest.mark.soak
FIRST = Path(__file__).parent / "data" / "first-landing.backup"
KEY = b"the key of a test, known to all!"
# What a migration notes of itself, what Django makes of the list of tables, sessions, which end with a release, and the
# words by which patients are searched, which a release makes anew from their names.
OF_THE_SCHEMA = {
    "django_migrations",
    "django_content_type",
    "auth_permission",
    "django_session",
    "patient_known_word",
}


def manifest() -> Manifest:
    """What the first landing's backup says of itself."""
    with opened(FIRST, Key("hkdf", KEY)) as (told, _, _):
        return told


def test_the_first_landings_data_come_up_and_go_back(office: RunningOffice) -> None:
    known, key = manifest(), office.data.parent / "first.key"
    key.touch(mode=0o600)
    key.write_bytes(KEY)
    place = {"MEDOFFICE_DATA": str(office.data), "MEDOFFICE_DB_HOST": ""}
    restored = medoffice("restore", FIRST, "--key-file", key, **place)
    assert restored.returncode == 0, restored.stderr
    moved = subprocess.run(
        [sys.executable, "-m", "tests.faults.upgraded", *known.migrations],
        env=office.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert moved.returncode == 0, moved.stderr[-3000:]
    steps: dict[str, dict[str, str]] = json.loads(moved.stdout)
    wanted = {table: rows for table, rows in known.row_hashes.items() if table not in OF_THE_SCHEMA}
    back = {table: rows for table, rows in steps["back"].items() if table not in OF_THE_SCHEMA}
    assert {table for table in wanted if back.get(table) != wanted[table]} == set()
    assert set(back) == set(wanted), "nothing of today's tables is left"
    changed = {table for table in wanted if steps["up"].get(table) != wanted[table]}
    lost = [table for table in steps["up"] if steps["again"].get(table) != steps["up"][table]]
    made = set(steps["up"]) - set(wanted)  # tables of later releases, filled from the old ones with ids of their own
    assert set(lost) <= OF_THE_SCHEMA | made, lost
    checked = medoffice("check", "--json", **place)
    assert [line for line in checked.stdout.splitlines() if not json.loads(line)["ok"]] == []
    assert checked.returncode == 0, checked.stderr
    whole = len(wanted) - len(changed)
    words = f"{whole} of {len(wanted)} tables row by row the same after the upgrade, all after going back"
    figure("upgrade from the first landing", f"{words}; changed: {', '.join(sorted(changed))}", "no row lost")
