"""A migration killed in the middle, whichever of its processes dies: the next one goes through, and nothing is missing.

The first landing's data are brought up to today's schema by ``medoffice worlds migrate`` and by the starting office in
turn. Each is killed after a number of migrations; what comes of it is compared with what an undisturbed one made.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from typing import Any

import psycopg
import pytest

from medoffice.config.tests.makers import medoffice
from tests.faults.running import RunningOffice
from tests.faults.test_upgrade import FIRST, KEY, OF_THE_SCHEMA, manifest
from tests.figures import figure

pytestmark = pytest.mark.soak
SEED = int(os.environ.get("MEDOFFICE_SEED", "20261126"))
KILLS = int(os.environ.get("MEDOFFICE_KILLS", "12"))
KINDS = ("program", "backend", "postmaster")
VERBS = (("worlds", "migrate"), ("run",))


def _program(office: RunningOffice, *words: str) -> str:
    """What the program of the half-migrated world says."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.half_migrated", *words],
        env=office.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def _look(office: RunningOffice, world: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(_program(office, "look", world))
    return found


def _differing(one: dict[str, Any], other: dict[str, Any]) -> set[str]:
    """The tables whose rows are not the same in both."""
    return {table for table in one["rows"] if other["rows"].get(table) != one["rows"][table]}


def _applied(office: RunningOffice) -> int:
    with suppress(psycopg.Error, OSError):
        return int(str(office.query("SELECT count(*) FROM django_migrations")[0][0]))
    return 0


def _killed_after(office: RunningOffice, verb: tuple[str, ...], kind: str, target: int, chance: random.Random) -> int:
    """Start migrating, kill a process when so many migrations are applied; how many were when it had ended."""
    words = [*verb, "--port", str(office.port)] if verb == ("run",) else list(verb)
    office.start(*words)
    while _applied(office) < target:
        assert office.program is not None
        assert office.program.poll() is None, office.log.read_text()[-2000:]
    time.sleep(chance.random() / 20)
    for pid in office.pids(kind)[:1]:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    reached = _applied(office)
    office.stop()
    return reached


def test_a_migration_killed_in_the_middle_is_finished_by_the_next(office: RunningOffice) -> None:
    key, chance, middle = office.data.parent / "first.key", random.Random(SEED), 0
    key.touch(mode=0o600)
    key.write_bytes(KEY)
    place = {"MEDOFFICE_DATA": str(office.data), "MEDOFFICE_DB_HOST": ""}
    restored = medoffice("restore", FIRST, "--key-file", key, **place)
    assert restored.returncode == 0, restored.stderr
    _program(office, "back", *manifest().migrations)
    first = int(_look(office, "practice")["migrations"])
    assert medoffice("worlds", "create", "fresh", **place).returncode == 0
    assert medoffice("worlds", "migrate", "practice", **place).returncode == 0
    wanted, fresh = _look(office, "practice"), _look(office, "fresh")
    assert wanted["schema"] == fresh["schema"]
    _program(office, "again")
    assert medoffice("worlds", "migrate", "practice", **place).returncode == 0
    drawn = _differing(wanted, _look(office, "practice")) | OF_THE_SCHEMA  # ids that a migration draws anew each time
    last = int(fresh["migrations"])
    for number in range(KILLS):
        kind, verb = KINDS[number % len(KINDS)], VERBS[number % len(VERBS)]
        _program(office, "again")
        target = first + 1 + (last - first - 2) * number // max(1, KILLS - 1)
        print(f"{number}: {kind} in {verb}", flush=True)  # noqa: T201 - a long run tells where it is
        middle += _killed_after(office, verb, kind, target, chance) < last
        again = medoffice("worlds", "migrate", **place)
        assert again.returncode == 0, (number, kind, verb, again.stdout, again.stderr)
        found = _look(office, "practice")
        assert found["schema"] == fresh["schema"], (number, kind, verb)
        assert _differing(wanted, found) <= drawn, (number, kind, verb)
        assert found["counts"] == wanted["counts"], (number, kind, verb)
    checked = medoffice("check", "--json", **place)
    assert checked.returncode == 0, checked.stdout[-2000:]
    words = f"{KILLS} kills of {', '.join(KINDS)}, {middle} of them between two migrations; all finished by the next"
    figure("a migration killed in the middle", words, "schema as a fresh one's, rows equal")
    assert middle >= KILLS // 2
