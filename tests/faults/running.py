"""A running office of the fault tests: ``medoffice run`` on a folder and port of its own, its processes, its death."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import psycopg

from medoffice.config.tests.makers import ROOT, medoffice
from medoffice.kernel.postgres.cluster import socket_folder

READY_SECONDS = 120.0  # when it is given up; how long it may take is a figure
RECOVERS = 10.0  # seconds that a database may take to come back after a process of it was killed


class RunningOffice:
    """The office of one data folder. It is started again by ``raise_again`` as an init system would."""

    def __init__(self, data: Path) -> None:
        """Name the folder; nothing is started yet."""
        self.data = data
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.program: subprocess.Popen[bytes] | None = None
        self.log = data.parent / f"{data.name}.log"

    def environment(self) -> dict[str, str]:
        """Of every program that works on this folder."""
        return {**os.environ, "PYTHONPATH": str(ROOT), "MEDOFFICE_DATA": str(self.data), "MEDOFFICE_DB_HOST": ""}

    def start(self, *words: str) -> None:
        """Start the program, or another command; ``wait_ready`` tells when the office serves."""
        words = words or ("run", "--port", str(self.port))
        with self.log.open("ab") as log:
            self.program = subprocess.Popen(
                [sys.executable, "-m", "medoffice", *words],
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def raise_again(self) -> None:
        """Start the program again if it has ended, as an init system would."""
        if self.program is None or self.program.poll() is not None:
            self.start()

    def wait_ready(self) -> float:
        """Until a page that reads the database is answered; returns the seconds. Raises TimeoutError."""
        began = time.monotonic()
        while time.monotonic() - began < READY_SECONDS:
            self.raise_again()
            with suppress(OSError, EOFError):
                if self._answers():
                    return time.monotonic() - began
            time.sleep(0.05)
        raise TimeoutError(f"the office is not ready; see {self.log}: {self.log.read_text()[-2000:]}")

    def _answers(self) -> bool:
        link = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            link.request("GET", "/security/sign-in/")
            return link.getresponse().status < 400  # a new office sends on to its set-up
        except Exception as error:
            raise OSError("no answer") from error
        finally:
            link.close()

    def stop(self) -> None:
        """End it as Ctrl-C would."""
        if self.program is not None and self.program.poll() is None:
            self.program.send_signal(signal.SIGTERM)
            self.program.wait(90)  # a database that was killed and recovers is given a minute
        self.program = None

    def pids(self, kind: str) -> list[int]:
        """The living processes of a kind: program, web (parent first), worker, postmaster, backend."""
        if kind == "program":
            return [self.program.pid] if self.program is not None and self.program.poll() is None else []
        if kind in ("postmaster", "backend"):
            return self._postgres(backends=kind == "backend")
        word = f"medoffice.config.{kind}"
        return sorted(pid for pid in self._ours() if word in _words(pid))

    def _ours(self) -> list[int]:
        mark = f"MEDOFFICE_DATA={self.data}".encode()
        return [int(entry.name) for entry in Path("/proc").glob("[0-9]*") if mark in _environment(entry)]

    def _postgres(self, *, backends: bool) -> list[int]:
        try:
            first = int((self.data / "pg" / "postmaster.pid").read_text().split("\n")[0])
        except (OSError, ValueError):
            return []
        if not backends:
            return [first] if Path(f"/proc/{first}").exists() else []
        children = Path(f"/proc/{first}/task/{first}/children")
        with suppress(OSError):
            return [int(pid) for pid in children.read_text().split() if "w_practice" in _title(int(pid))]
        return []

    def server(self, database: str = "w_practice") -> dict[str, Any]:
        """Where the database itself is, past the program."""
        return {"dbname": database, "user": "postgres", "host": str(socket_folder(self.data)), "port": 5432}

    def query(self, statement: str, *values: object, database: str = "w_practice") -> list[tuple[object, ...]]:
        """Ask the database itself, past the program; once it has recovered, if one of its processes was just killed."""
        with self._link(database) as link:
            cursor = link.execute(statement, values or None)
            return list(cursor.fetchall()) if cursor.description else []

    def _link(self, database: str) -> "psycopg.Connection[tuple[object, ...]]":
        until = time.monotonic() + RECOVERS
        while True:
            try:
                return psycopg.connect(**self.server(database), autocommit=True)
            except psycopg.OperationalError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def check(self) -> "subprocess.CompletedProcess[str]":
        """``medoffice check`` of this folder, while it runs."""
        return medoffice("check", "--json", MEDOFFICE_DATA=str(self.data), MEDOFFICE_DB_HOST="")


def _words(pid: int) -> list[str]:
    try:
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8", errors="replace").split("\0")
    except OSError:
        return []


def _title(pid: int) -> str:
    return " ".join(_words(pid))


def _environment(entry: Path) -> list[bytes]:
    try:
        return (entry / "environ").read_bytes().split(b"\0")
    except OSError:
        return []
