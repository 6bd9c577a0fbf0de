"""Thirty worlds in one office: one web tier and one worker for all of them, as a class of students uses it.

What is asked of it: no answer of another world, however many ask at once; connections that do not grow with the worlds;
a job in every world done soon; little work at rest.
"""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from bench.bench_start import family, free_port, pss, until_first_page
from bench.rows import Row, at_most, data_folder, percentile

WORLDS, THREADS, ASKED = 30, 16, 1500
CONNECTIONS, MEMORY_MB, REST_SHARE, JOB_S = 40, 450, 0.05, 60
REST_S = 20.0
TURNED_AWAY = (429, 503)  # the gate, when all would wait too long
MAKE = """
import sys
from medoffice.config.server import database
with database():
    from medoffice.kernel.worlds import catalog, current
    from medoffice.security.api import add_user
    from medoffice.security.types import PROGRAM, Role
    catalog.create("practice", "practice")
    for number in range(int(sys.argv[1])):
        name = f"class-{number:02d}"
        catalog.clone("practice", name, "demo")
        with current.use(name):  # a demo's sign-in page names its people: this one tells which world it is of
            add_user(actor=PROGRAM, username="one", name=f"Of {name}", password=sys.argv[2], roles=[Role.NURSE])
"""
ASK = """
import json, sys, time
from medoffice.config.server import database
with database():
    from medoffice.kernel.worlds import current
    from medoffice.security.api import add_user
    from medoffice.security.models import AuditEvent
    from medoffice.security.types import PROGRAM, Role
    worlds = [f"class-{number:02d}" for number in range(int(sys.argv[1]))]
    began, took = {}, {}
    for world in worlds:
        with current.use(world):
            add_user(actor=PROGRAM, username="two", name="Two", password=sys.argv[2], roles=[Role.NURSE])
        began[world] = time.monotonic()
    until = time.monotonic() + 180
    while len(took) < len(worlds) and time.monotonic() < until:
        for world in (world for world in worlds if world not in took):
            with current.use(world):
                if not AuditEvent.objects.filter(seal=None).exists():
                    took[world] = time.monotonic() - began[world]
        time.sleep(0.2)
    print(json.dumps(sorted(took.values())))
"""
WORD = "worlds without number " * 2


def rows() -> Iterator[Row]:
    """Connections, mix-ups, memory, work at rest, and how soon a job of every world is taken up."""
    with data_folder() as folder:
        environment = {**os.environ, "MEDOFFICE_DATA": str(folder)}
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", MAKE, str(WORLDS), WORD], env=environment, check=True)
        yield Row(f"a practice and {WORLDS} clones of it made", round(time.perf_counter() - began, 1), "s")
        with _office(environment) as (office, port):
            yield from _asked(office, port)
            yield at_most("memory of all processes (PSS)", _memory(office), "MB", MEMORY_MB)
            yield at_most(f"CPU at rest, share of one core over {REST_S:.0f} s", _at_rest(office), "share", REST_SHARE)
            yield from _served(environment)


@contextmanager
def _office(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    port = free_port()
    command = [sys.executable, "-m", "medoffice", "run", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as office:
        try:
            until_first_page(office, port)
            yield office.pid, port
        finally:
            office.send_signal(signal.SIGTERM)
            office.wait()


def _asked(office: int, port: int) -> Iterator[Row]:
    """Every world's sign-in page by turns, from many threads; each page says which world it is of."""
    worlds = [f"class-{number:02d}" for number in range(WORLDS)]
    most = 0

    def ask(number: int) -> tuple[str, float]:
        world, began = worlds[number % WORLDS], time.perf_counter()
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        try:
            link.request("GET", "/security/sign-in/", headers={"Host": f"{world}.localhost:{port}"})
            answer = link.getresponse()
            said = "right" if f"Of {world}<".encode() in answer.read() else "wrong"
            if answer.status in TURNED_AWAY:
                said = "turned away"
        except OSError:
            said = "wrong"
        finally:
            link.close()
        return said, time.perf_counter() - began

    with ThreadPoolExecutor(THREADS) as pool:
        waiting = [pool.submit(ask, number) for number in range(ASKED)]
        while not all(one.done() for one in waiting):
            most = max(most, _connections(office))
            time.sleep(0.2)
    answers = [one.result() for one in waiting]
    wrong, away = (sum(said == what for said, _ in answers) for what in ("wrong", "turned away"))
    asked = f"of {ASKED} requests to {WORLDS} worlds by {THREADS} threads"
    yield at_most(f"{asked}, not answered or of another world", wrong, "", 0)
    yield Row(f"{asked}, turned away for the moment", away, "")
    yield Row("95 of 100 of them within", round(1000 * percentile([took for _, took in answers], 0.95)), "ms")
    yield at_most(f"most connections to the database, {WORLDS} worlds in use", most, "", CONNECTIONS)


def _connections(office: int) -> int:
    """The server's processes that serve a client."""
    found = 0
    for process in family(office):
        try:
            title = Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        found += title.startswith("postgres: ") and " w_" in title
    return found


def _memory(office: int) -> int:
    """Megabytes of the program and all its descendants."""
    return sum(pss(process) for process in family(office)) // 1024


def _at_rest(office: int) -> float:
    """CPU of all its processes while nobody asks anything, as a share of one core."""
    time.sleep(5)
    before = _ticks(office)
    time.sleep(REST_S)
    return round((_ticks(office) - before) / os.sysconf("SC_CLK_TCK") / REST_S, 4)


def _ticks(office: int) -> int:
    used = 0
    for process in family(office):
        try:
            told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        used += sum(map(int, told[11:13]))
    return used


def _served(environment: dict[str, str]) -> Iterator[Row]:
    """An audit event written in every world: how long until the one worker has sealed it there."""
    done = subprocess.run(
        [sys.executable, "-c", ASK, str(WORLDS), WORD], env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    took: Sequence[float] = json.loads(done.stdout)
    yield at_most(f"worlds of {WORLDS} whose job was not done", WORLDS - len(took), "", 0)
    yield Row("job done in half of the worlds within", round(percentile(list(took), 0.5), 1), "s")
    yield at_most("job done in every world within", round(max(took), 1), "s", JOB_S)
