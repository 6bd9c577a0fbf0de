"""The embedded server: made, started, watched and stopped by this program, on a Unix socket with peer authentication.

One program at a time holds the data folder (a lock file); the server is its direct child and ends with it, also after
kill -9 (PR_SET_PDEATHSIG, Linux). Durability is read back at each start: a server that would lose acknowledged work is
refused. A stale process id file never makes this program signal a process that is not our server.
"""

import ctypes
import fcntl
import hashlib
import os
import pwd
import re
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import psycopg
from psycopg import sql

from medoffice.kernel.postgres import binaries
from medoffice.kernel.refusals import Refusal

_PLAIN = re.compile(r"[A-Za-z0-9._/+-]+")
_PR_SET_PDEATHSIG = 1
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "data_checksums": "on"}
SETTINGS = ("listen_addresses=", "max_connections=100", "shared_buffers=128MB", "timezone=UTC", "log_timezone=UTC")


class Server:
    """The server of one data folder. Use as a context manager, or ``start`` and ``stop``."""

    def __init__(self, data: Path, *, durable: bool = True) -> None:
        """Name the data folder; ``durable=False`` is for throw-away test servers only."""
        self.data = data
        self.durable = durable
        self.cluster = data / "pg"
        self.user = _server_user()
        self.bin = binaries.folder()
        self.socket = _socket_folder(data)
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = -1

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.stop()

    def start(self) -> None:
        """Start, or refuse in words: another program holds the folder, wrong version, not durable."""
        self.data.mkdir(parents=True, exist_ok=True)
        self._hold()
        self.bin = binaries.reachable(self.bin, self.data)
        self._own(self.socket)
        if not (self.cluster / "PG_VERSION").exists():
            self._make_cluster()
        self._refuse_other_version()
        self._settle_stale_pid()
        self._launch()
        self._make_roles()
        self._read_back_durability()

    def stop(self) -> None:
        """Stop fast (SIGINT): open work is rolled back, the server writes its checkpoint and ends."""
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(timeout=60)
        self._process = None
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def alive(self) -> bool:
        """Whether the server runs."""
        return self._process is not None and self._process.poll() is None

    def restart(self) -> None:
        """Start the server again in place after it died."""
        self._settle_stale_pid()
        self._launch()

    def connect(self, database: str = "postgres", user: str = "postgres") -> "psycopg.Connection[Any]":
        """A maintenance connection."""
        return psycopg.connect(dbname=database, user=user, host=str(self.socket), autocommit=True)

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

    def _make_cluster(self) -> None:
        self._own(self.cluster)
        locale = ["--locale=C.UTF-8"]
        if self._version() >= 17:
            locale = ["--locale-provider=builtin", "--locale=C.UTF-8", "--builtin-locale=C.UTF-8"]
        command: list[str | Path] = [self.bin / "initdb", "-D", self.cluster, "-U", "postgres"]
        command += ["--auth=peer", "--encoding=UTF8"]
        command += [*locale, "--data-checksums", *([] if self.durable else ["--no-sync"])]
        made = subprocess.run(command, capture_output=True, check=False, text=True, **self._as_user())
        if made.returncode:
            raise Refusal("initdb-failed", f"The database could not be made: {made.stderr.strip()[-400:]}")
        office = pwd.getpwuid(os.geteuid()).pw_name
        names = ("postgres", "office_owner", "office_app")
        users = sorted({office, self.user.pw_name})
        ident = "".join(f"office {user} {name}\n" for user in users for name in names)
        self._write("pg_hba.conf", "local all all peer map=office\n")
        self._write("pg_ident.conf", ident)

    def _write(self, name: str, text: str) -> None:
        path = self.cluster / name
        path.write_text(text, encoding="utf-8")
        os.chown(path, self.user.pw_uid, self.user.pw_gid)

    def _refuse_other_version(self) -> None:
        made, here = int((self.cluster / "PG_VERSION").read_text().strip()), self._version()
        if made != here:
            words = f"The data was made by PostgreSQL {made}, and {here} is installed."
            raise Refusal("other-version", words, f"Back up with {made} (medoffice backup), then restore with {here}.")

    def _version(self) -> int:
        told = subprocess.run([self.bin / "postgres", "--version"], capture_output=True, text=True, check=True)
        return int(re.findall(r"(\d+)", told.stdout)[0])

    def _settle_stale_pid(self) -> None:
        """We hold the lock, so a pid file is left over: stop an orphan of ours, forget any other process's number."""
        path = self.cluster / "postmaster.pid"
        if not path.exists():
            return
        first = path.read_text(encoding="utf-8", errors="replace").partition("\n")[0].strip()
        if first.isdigit() and _is_server_on(int(first), self.cluster):
            os.kill(int(first), signal.SIGINT)
            _wait(lambda: not path.exists(), 60, "the left-over server to stop")
        path.unlink(missing_ok=True)

    def _launch(self) -> None:
        options = [*SETTINGS, f"unix_socket_directories={self.socket}"]
        options += [] if self.durable else ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]
        command = [str(self.bin / "postgres"), "-D", str(self.cluster)]
        for option in options:
            command += ["-c", option]
        with (self.data / "postgres.log").open("ab") as log:
            self._process = subprocess.Popen(
                command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, **self._as_user()
            )
        _wait(self._answers, 90, "PostgreSQL to start")

    def _answers(self) -> bool:
        if not self.alive():
            tail = (self.data / "postgres.log").read_bytes()[-400:].decode(errors="replace")
            raise Refusal("server-ended", f"PostgreSQL did not start: {tail}", f"See {self.data / 'postgres.log'}.")
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _make_roles(self) -> None:
        with self.connect() as link:
            have = {row[0] for row in link.execute("SELECT rolname FROM pg_roles")}
            if "office_owner" not in have:
                link.execute("CREATE ROLE office_owner LOGIN CREATEDB")
                link.execute("GRANT pg_signal_backend TO office_owner")
            if "office_app" not in have:
                link.execute("CREATE ROLE office_app LOGIN")
            for database in ("postgres", "template1"):
                link.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(database)))
            link.execute("GRANT CONNECT ON DATABASE postgres TO office_owner")
            link.execute("GRANT office_app TO office_owner")

    def _read_back_durability(self) -> None:
        if not self.durable:
            return
        with self.connect() as link:
            for name, wanted in DURABLE.items():
                row = link.execute("SELECT current_setting(%s)", [name]).fetchone()
                if row is None or row[0] != wanted:
                    self.stop()
                    raise Refusal("not-durable", f"The database would lose work: {name} is not {wanted}.")

    def _own(self, folder: Path) -> None:
        """A folder of the server's user only."""
        folder.mkdir(parents=True, exist_ok=True)
        if folder.stat().st_uid not in (self.user.pw_uid, os.geteuid()):
            raise Refusal("folder-foreign", f"{folder} belongs to somebody else.", "Choose another data folder.")
        os.chown(folder, self.user.pw_uid, self.user.pw_gid)
        folder.chmod(0o700)

    def _as_user(self) -> dict[str, Any]:
        """How children run: their own session, the server's user, a fixed environment, ending with this program."""
        uid, gid, root = self.user.pw_uid, self.user.pw_gid, os.geteuid() == 0
        libc = ctypes.CDLL(None, use_errno=True)

        def before() -> None:
            os.setsid()
            if root:
                os.setgroups([])
                os.setgid(gid)
                os.setuid(uid)
            if hasattr(libc, "prctl"):
                libc.prctl(_PR_SET_PDEATHSIG, signal.SIGINT)

        environment = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PATH": "/usr/bin:/bin"}
        return {"preexec_fn": before, "cwd": "/", "env": environment}


def _server_user() -> pwd.struct_passwd:
    """Who runs the server: this user; root steps down to ``medoffice`` if there is such a user, else ``nobody``."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    for name in ("medoffice", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise Refusal(
        "no-server-user", "PostgreSQL does not run as root.", "Make a user medoffice, or run as another user."
    )


def _socket_folder(data: Path) -> Path:
    """``<data>/run`` if the socket's path is short and plain enough, else a private folder under the temp folder."""
    place = data / "run"
    if len(str(place)) <= 85 and _PLAIN.fullmatch(str(place)):
        return place
    digest = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    return Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir()) / f"medoffice-{os.geteuid()}-{digest}"


def _is_server_on(pid: int, cluster: Path) -> bool:
    """Whether a process is a postgres on this cluster (Linux); anything else is not ours to touch."""
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z" and command[0].endswith(b"postgres") and str(cluster).encode() in command


def _wait(ready: Any, seconds: float, what: str) -> None:  # noqa: ANN401 - any predicate
    until = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > until:
            raise Refusal("too-slow", f"Waiting for {what} took over {seconds:.0f} seconds.")
        time.sleep(0.03)
