"""The embedded server: made, started, watched and stopped by this program, on a Unix socket with peer authentication.

One program at a time holds the data folder (a lock file); the server is its direct child and ends with it, also after
kill -9 (PR_SET_PDEATHSIG, Linux). Durability is read back at each start: a server that would lose acknowledged work is
refused. Statements and their values never reach the server's log, since they hold what patients told.
"""

import fcntl
import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psycopg
from psycopg import sql

from medoffice.kernel.postgres import binaries, child, cluster, durability
from medoffice.kernel.refusals import Refusal

SETTINGS = (
    "listen_addresses=",
    "unix_socket_permissions=0700",
    "max_connections=100",
    "shared_buffers=128MB",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_min_messages=log",
    "log_min_error_statement=panic",
)
THROW_AWAY = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", f"{durability.THROW_AWAY}=on")
ROLES = Path(__file__).with_name("roles.sql")
_LOG_KEPT = 5_000_000


class Server:
    """The server of one data folder. Use as a context manager, or ``start`` and ``stop``; from the main thread."""

    def __init__(self, data: Path, *, durable: bool = True) -> None:
        """Name the data folder; ``durable=False`` is for throw-away test servers only."""
        self.data = data.absolute()
        self.durable = durable
        self.cluster = self.data / "pg"
        self.log = self.data / "postgres.log"
        self.user = child.server_user()
        self.bin = binaries.folder()
        self.socket = cluster.socket_folder(self.data)
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = -1

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Start, or refuse in words: another program holds the folder, wrong version, not durable, out of reach."""
        self.data.mkdir(mode=0o711, parents=True, exist_ok=True)
        self._hold()
        try:
            self.bin = binaries.reachable(self.bin, self.data, self.user)
            cluster.own_folder(self.socket, self.user)
            if not (self.cluster / "PG_VERSION").exists():
                cluster.make(self.cluster, self.bin, self.user, durable=self.durable)
            cluster.refuse_other_version(self.cluster, self.bin)
            self.restart()
            self._make_roles()
        except BaseException:
            self.stop()
            raise

    def stop(self) -> None:
        """Stop fast (SIGINT): open work is rolled back, the server writes its checkpoint and ends.

        One that does not end within a minute is stopped at once (SIGQUIT); it recovers at its next start.
        """
        process, self._process = self._process, None
        if process is not None and process.poll() is None:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=60)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGQUIT)
                process.wait(timeout=30)
        if self._lock >= 0:
            with suppress(OSError):  # not empty, or never made
                self.socket.rmdir()
            os.close(self._lock)
            self._lock = -1

    def alive(self) -> bool:
        """Whether the server runs."""
        return self._process is not None and self._process.poll() is None

    def restart(self) -> None:
        """Start the server in place: on ``start``, and again after it died. Raises Refusal."""
        cluster.settle_left_over(self.cluster, self.socket)
        cluster.write_access(self.cluster, self.user)
        self._launch()
        with self.connect() as link:
            durability.require(link)

    def connect(self, database: str = "postgres", user: str = "postgres") -> "psycopg.Connection[Any]":
        """A maintenance connection."""
        return psycopg.connect(dbname=database, user=user, host=str(self.socket), port=5432, autocommit=True)

    def pid(self) -> int:
        """The process id of the running server; 0 if none runs."""
        return self._process.pid if self._process is not None and self.alive() else 0

    def _hold(self) -> None:
        self._lock = os.open(self.data / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.pread(self._lock, 20, 0).decode(errors="replace").strip()
            os.close(self._lock)
            self._lock = -1
            words = f"medoffice is already running on {self.data} (process {holder})."
            raise Refusal("already-running", words, "Use that one, or stop it first.") from None
        os.ftruncate(self._lock, 0)
        os.pwrite(self._lock, str(os.getpid()).encode(), 0)

    def _launch(self) -> None:
        """Start the process and wait until it answers.

        After a kill -9 of the server its last children may need a moment to end; until then a new one refuses.
        """
        begun: list[int] = []

        def answers() -> bool:
            if not self.alive():
                if begun and b"still in use" not in self._said_since(begun[-1]):
                    self._refuse_to_go_on(begun[-1])
                begun.append(self._begin())
            try:
                self.connect().close()
            except psycopg.OperationalError:
                return False
            return True

        cluster.wait(answers, 90, "PostgreSQL to start")

    def _begin(self) -> int:
        """Start the process; returns where its part of the log begins."""
        command = [str(self.bin / "postgres"), "-D", str(self.cluster)]
        for setting in (*SETTINGS, *(() if self.durable else THROW_AWAY), f"unix_socket_directories={self.socket}"):
            command += ["-c", setting]
        if self.log.exists() and self.log.stat().st_size > _LOG_KEPT:
            self.log.replace(self.log.with_suffix(".log.1"))
        descriptor = os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        with os.fdopen(descriptor, "ab") as log:
            begins = log.tell()
            self._process = subprocess.Popen(command, stdout=log, stderr=log, **child.options(self.user))
        return begins

    def _said_since(self, begins: int) -> bytes:
        with self.log.open("rb") as log:
            log.seek(begins)
            return log.read(20_000)

    def _refuse_to_go_on(self, begins: int) -> None:
        said = self._said_since(begins).decode(errors="replace").strip()[-400:]
        raise Refusal("server-ended", f"PostgreSQL did not start: {said}", f"See {self.log}.")

    def _make_roles(self) -> None:
        """The roles of the house; nobody else may connect anywhere."""
        with self.connect() as link:
            link.execute(ROLES.read_bytes())
            for database in ("postgres", "template1"):
                link.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(database)))
            link.execute("GRANT CONNECT ON DATABASE postgres TO office_owner")
