"""Kill -9 of every program of a running office while people work in it: nothing told is lost, nothing doubled."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from typing import Any

import pytest

from tests.faults.running import READY_SECONDS, RunningOffice
from tests.faults.writers import Writers, faults
from tests.figures import figure

pytestmark = pytest.mark.soak
SEED = int(os.environ.get("MEDOFFICE_SEED", "20261126"))
KILLS = int(os.environ.get("MEDOFFICE_KILLS", "100"))
READY = 10.0
SWEEP = """
from datetime import timedelta
from medoffice.config.server import database
with database():
    from medoffice.kernel import files
    from medoffice.kernel.worlds import current
    with current.use("practice"):
        files.sweep(timedelta(0))
"""
# Three deaths of one part within five minutes are brought back in place; so every fourth kill is of the program.
ROUND = ("backend", "web", "worker", "postmaster", "backend", "web child", "program")


def test_kills_lose_and_double_nothing(office: RunningOffice, known: dict[str, Any]) -> None:
    chance, kills, waits = random.Random(SEED), Counter[str](), list[float]()
    office.start()
    office.wait_ready()
    writers = Writers(office, known, SEED)
    writers.start()
    try:
        while sum(kills.values()) < KILLS:
            kind = ROUND[sum(kills.values()) % len(ROUND)]
            time.sleep(chance.uniform(0.1, 1.5))
            killed = _kill(office, kind, chance)
            if killed:
                kills[kind] += 1
                waits.append(_ready_after(office, kind, killed))
                print(f"{kind}: {waits[-1]:.1f} s", flush=True)  # noqa: T201 - a long run tells where it is
                if kills.total() % 5 == 0:
                    assert faults(office, writers) == [], f"seed {SEED}, after {kills}"
    finally:
        writers.stop()
    told = {kind: len(ones) for kind, ones in writers.told.items()}
    figure("kills of a working office", f"{kills.total()} kills {dict(kills)}, acknowledged {told}", ">= 100, 0 lost")
    figure(
        "ready after a kill", f"at most {max(waits):.1f} s, median {sorted(waits)[len(waits) // 2]:.1f} s", "<= 10 s"
    )
    assert not writers.ended, writers.ended
    assert not writers.refused, writers.refused[:5]
    assert all(told.values()), told
    office.raise_again()
    office.wait_ready()
    _settled(office, writers)
    assert faults(office, writers) == []
    _no_half_document(office)
    assert max(waits) <= READY


def _no_half_document(office: RunningOffice) -> None:
    """Every document has its row and its file (``check`` opened them all); what cut-off acts left is swept away."""
    rows = {row[0] for row in office.query("SELECT sha256 FROM kernel_file")}
    before = {path.name for path in (office.data / "files" / "practice").glob("*/*")}
    assert rows <= before
    swept = subprocess.run([sys.executable, "-c", SWEEP], env=office.environment(), capture_output=True, check=False)
    assert swept.returncode == 0, swept.stderr[-600:]
    assert {path.name for path in (office.data / "files" / "practice").glob("*/*")} == rows
    words = f"{len(rows)} stored, all whole; {len(before - rows)} left by acts that were cut off, swept away"
    figure("documents after the kills", words, "0 half")


def _kill(office: RunningOffice, kind: str, chance: random.Random) -> int:
    """Kill one process of a kind; its number, or 0 if none lives."""
    living = office.pids(kind.partition(" ")[0])
    if kind.startswith("web"):
        living = [pid for pid in living if _leads(pid) == (kind == "web")]
    if not living:
        office.raise_again()
        office.wait_ready()
        return 0
    chosen = chance.choice(living)
    with suppress(ProcessLookupError):
        os.kill(chosen, signal.SIGKILL)
        return chosen
    return 0


def _leads(pid: int) -> bool:
    """Whether it is the one that the program itself started."""
    with suppress(ProcessLookupError):
        return os.getpgid(pid) == pid
    return False


def _ready_after(office: RunningOffice, kind: str, killed: int) -> float:
    """The seconds until the office serves again and another process stands in the place of the killed one."""
    began = time.monotonic()
    if kind == "program" and office.program is not None:
        office.program.wait()

    def replaced() -> bool:
        found = set(office.pids(kind.partition(" ")[0])) - {killed}
        if kind in ("backend", "program"):  # backends come when somebody asks; the program leads no group
            return kind == "backend" or bool(found)
        return any(_leads(pid) == (kind != "web child") for pid in found)

    while not replaced() and time.monotonic() - began < READY_SECONDS:
        office.raise_again()
        time.sleep(0.02)
    office.wait_ready()
    return time.monotonic() - began


def _settled(office: RunningOffice, writers: Writers) -> None:
    """Everything the payers sent is posted, and the office says of itself that all is well."""
    until = time.monotonic() + 150
    while {row[0] for row in office.query("SELECT trace FROM remittance")} < writers.told["posted"]:
        assert time.monotonic() < until, "the worker does not fetch what waits"
        time.sleep(0.5)
    while (checked := office.check()).returncode != 0 and time.monotonic() < until:
        time.sleep(1)  # facts and seals follow within seconds
    wrong = [one for one in map(json.loads, checked.stdout.splitlines()) if not one["ok"]]
    assert checked.returncode == 0, wrong
