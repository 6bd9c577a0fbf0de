"""The server's folders: the cluster with its access rules, the socket's folder, and what a stopped server left behind.

Access is peer authentication with a map: the program's user may be one of our roles, nobody else anything. The login of
a world may open the database of its own name and no other.
"""

import hashlib
import os
import pwd
import re
import shutil
import signal
import stat
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from medoffice.kernel.postgres import binaries, child
from medoffice.kernel.refusals import Refusal

ROLES = ("postgres", "office_owner", "office_report", "+office_app")  # + is: whoever is in that group
_RULES = "local all postgres,office_owner,office_report peer map=office\nlocal sameuser +office_app peer map=office\n"
_SOCKET = ".s.PGSQL.5432"
_FAST_STOP = 60.0  # seconds
_PLAIN = re.compile(r"[A-Za-z0-9._/+-]+")


def make(cluster: Path, place: Path, user: pwd.struct_passwd, *, durable: bool) -> None:
    """Make an empty cluster; it gets its name when complete, so an interrupted start leaves nothing behind."""
    partial = cluster.with_name(f"{cluster.name}-partial")
    shutil.rmtree(partial, ignore_errors=True)
    own_folder(partial, user)
    locale = ["--locale=C.UTF-8"]
    if binaries.major(place) >= 17:
        locale = ["--locale-provider=builtin", "--locale=C.UTF-8", "--builtin-locale=C.UTF-8"]
    command: list[str | Path] = [place / "initdb", "-D", partial, "-U", "postgres", "--auth=peer", "--encoding=UTF8"]
    command += [*locale, "--data-checksums", *([] if durable else ["--no-sync"])]
    made = subprocess.run(command, capture_output=True, check=False, text=True, **child.options(user))
    if made.returncode:
        raise Refusal("initdb-failed", f"The database could not be made: {made.stderr.strip()[-400:]}")
    partial.rename(cluster)


def write_access(cluster: Path, user: pwd.struct_passwd) -> None:
    """Who may connect; written at each start, since the program's user may change between two starts."""
    program = pwd.getpwuid(os.geteuid()).pw_name
    lines = [f'office "{program}" {role}\n' for role in ROLES]
    for name, text in (("pg_hba.conf", _RULES), ("pg_ident.conf", "".join(lines))):
        path = cluster / name
        path.write_text(text, encoding="utf-8")
        if os.geteuid() == 0:
            os.chown(path, user.pw_uid, user.pw_gid)


def refuse_other_version(cluster: Path, place: Path) -> None:
    """Data of another major version is not touched. Raises Refusal."""
    made, here = (cluster / "PG_VERSION").read_text(encoding="ascii").strip(), str(binaries.major(place))
    if made != here:
        words = f"The data was made by PostgreSQL {made}, and {here} is installed."
        raise Refusal("other-version", words, f"Back up with {made} (medoffice backup), then restore with {here}.")


def own_folder(folder: Path, user: pwd.struct_passwd) -> None:
    """Make ``folder`` the server user's, closed to others. Raises Refusal if it is somebody else's, or a link."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (user.pw_uid, os.geteuid()):
        raise Refusal("folder-foreign", f"{folder} belongs to somebody else.", "Choose another data folder.")
    if os.geteuid() == 0:
        os.chown(folder, user.pw_uid, user.pw_gid, follow_symlinks=False)
    folder.chmod(0o700)
    if not child.succeeds(user, ["/bin/sh", "-c", 'cd "$0"', folder]):
        words = f"The database's user {user.pw_name} cannot enter {folder}."
        raise Refusal("data-unreachable", words, "Let that user enter the folders above it, or set MEDOFFICE_DATA.")


def socket_folder(data: Path) -> Path:
    """``<data>/run`` if the socket's path is short and plain enough for libpq, else a private folder among temp files.

    libpq reads a comma in a host as a list of hosts, and a socket's path may have 107 bytes. Raises Refusal.
    """
    digest = hashlib.sha256(os.fsencode(data)).hexdigest()[:12]
    name = f"medoffice-{os.geteuid()}-{digest}"
    shared = [tempfile.gettempdir(), "/tmp"]  # noqa: S108 - last choice; owner and kind are checked in own_folder
    private = [os.environ["XDG_RUNTIME_DIR"]] if os.geteuid() and os.environ.get("XDG_RUNTIME_DIR") else []
    for place in (data / "run", *(Path(parent) / name for parent in private + shared)):
        path = str(place / _SOCKET)
        if len(path) <= 100 and _PLAIN.fullmatch(path):
            return place
    raise Refusal("no-socket-folder", "There is no folder short enough for the database's socket.", "Set TMPDIR.")


def settle_left_over(cluster: Path, socket: Path) -> None:
    """Deal with a process id file and the lock of a socket, whose holder is gone: we hold the data folder.

    A server of ours that lives on without its program is stopped. Any other process that has the number now is left
    alone and the file forgotten; the server itself still refuses to start beside living processes of this cluster, by
    its shared memory. Without /proc (not Linux) the file stays and the server judges it.
    """
    path = cluster / "postmaster.pid"
    if not path.exists() or not Path("/proc/self").exists():
        return
    first = path.read_text(encoding="utf-8", errors="replace").partition("\n")[0].strip()
    if first.isdigit() and _is_server_on(int(first), cluster):
        _end(int(first), cluster)
    path.unlink(missing_ok=True)
    (socket / f"{_SOCKET}.lock").unlink(missing_ok=True)  # it holds for a dead server too, while nobody has reaped it


def _end(pid: int, cluster: Path) -> None:
    """Stop a server fast; one that recovers may not hear that, and is stopped at once: its next start recovers.

    Raises Refusal if it lives on.
    """

    def gone() -> bool:
        return not _is_server_on(pid, cluster)

    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGINT)
        if not _comes_within(gone, _FAST_STOP):
            os.kill(pid, signal.SIGQUIT)
    wait(gone, 30, "the left-over server to stop")


def wait(ready: Callable[[], bool], seconds: float, what: str) -> None:
    """Wait until ``ready``; raises Refusal after ``seconds``."""
    if not _comes_within(ready, seconds):
        raise Refusal("too-slow", f"Waiting for {what} took over {seconds:.0f} seconds.")


def _comes_within(ready: Callable[[], bool], seconds: float) -> bool:
    until = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > until:
            return False
        time.sleep(0.03)
    return True


def _is_server_on(pid: int, cluster: Path) -> bool:
    """Whether a process is a living postgres that works in this cluster (Linux); a dead, unreaped one is not."""
    try:
        program = Path(f"/proc/{pid}/cmdline").read_bytes().partition(b"\0")[0]
        return program.endswith(b"postgres") and Path(f"/proc/{pid}/cwd").samefile(cluster)
    except OSError:
        return False
