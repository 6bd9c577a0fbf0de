"""``medoffice run`` as an owner meets it: first start to first page, later start to first page, memory when idle.

Memory is the proportional share (PSS) of every process of the office, PostgreSQL's included, once the office has served
a few pages and stands idle.
"""

import os
import resource
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.rows import Row, at_most, data_folder

FIRST_S, LATER_S, MEMORY_MB = 90, 3, 350
STARTS = 3


def rows() -> Iterator[Row]:
    """The practice's first start and the demo's, the best of a few later ones, memory."""
    with data_folder() as folder:
        with _office(folder) as (seconds, _):
            yield Row("first start of a new practice to the first page", round(seconds, 2), "s")
        later, before = [], _cpu()
        for _ in range(STARTS):
            with _office(folder) as (seconds, _):
                later.append(seconds)
        spent = round((_cpu() - before) / STARTS, 2)
        yield Row("CPU of all processes for a later start, first page and stop", spent, "CPU s")
        yield at_most(f"later start to the first page (best of {STARTS})", round(min(later), 2), "s", LATER_S)
        with _office(folder, "--demo") as (seconds, _):
            yield at_most("first start of the demo office to the first page", round(seconds, 1), "s", FIRST_S)
        with _office(folder, "--demo") as (seconds, office):
            yield Row("later start of the demo office to the first page", round(seconds, 2), "s")
            yield at_most("memory, idle, all processes (PSS)", _memory(office), "MB", MEMORY_MB)


def _cpu() -> float:
    """CPU seconds of every process that was started here and has ended, their children's included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def _office(folder: Path, *arguments: str) -> "Iterator[tuple[float, int]]":
    """A running office: the seconds until its first page came whole, and its process id."""
    port = free_port()
    environment = {**os.environ, "MEDOFFICE_DATA": str(folder)}
    command = [sys.executable, "-m", "medoffice", "run", "--port", str(port), *arguments]
    began = time.perf_counter()
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as office:
        try:
            until_first_page(office, port)
            yield time.perf_counter() - began, office.pid
        finally:
            office.send_signal(signal.SIGTERM)
            office.wait()


def until_first_page(office: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until the first page came whole."""
    while office.poll() is None:
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/") as answer:
                if b"</html>" in answer.read():
                    return
        except OSError:
            time.sleep(0.01)
    raise RuntimeError(f"the office ended with {office.returncode}")


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _memory(office: int) -> int:
    """Megabytes of the program and all its descendants; after a moment, so that the worker is up too."""
    time.sleep(10)
    return sum(pss(process) for process in family(office)) // 1024


def family(root: int) -> list[int]:
    """A process and all its descendants."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(entry.parent.name)] = int(entry.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError):
            continue
    family = [root]
    for process in family:
        family += [child for child, parent in parents.items() if parent == process]
    return family


def pss(process: int) -> int:
    """The proportional share of memory of a process, in kilobytes; 0 if it ended."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
