"""The whole office on a PostgreSQL 15 of somebody else's, over TLS, by passwords, and through pgbouncer.

Debian's packages ``postgresql-15`` and ``pgbouncer``; ``make soak`` gets them where it may.
"""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from medoffice.config.tests.makers import ROOT, answers, medoffice
from medoffice.kernel import certificates, clock
from medoffice.kernel.postgres import child, cluster
from tests.figures import figure

BIN, POOLER = Path("/usr/lib/postgresql/15/bin"), Path("/usr/sbin/pgbouncer")
pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(not (BIN / "postgres").exists() or not POOLER.exists(), reason="no postgresql-15 or pgbouncer"),
]
SECRET = "the owner's: 100%/secret"
RULES = """local all postgres trust
hostssl all office_owner,office_report 127.0.0.1/32 scram-sha-256
hostssl sameuser +office_app 127.0.0.1/32 scram-sha-256
"""
POOL = """[databases]
* = host=127.0.0.1 port={server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
pool_mode = transaction
default_pool_size = 3
max_db_connections = 3
auth_type = scram-sha-256
auth_file = {folder}/userlist.txt
client_tls_sslmode = require
client_tls_cert_file = {folder}/office.crt
client_tls_key_file = {folder}/office.key
server_tls_sslmode = verify-ca
server_tls_ca_file = {folder}/ca.crt
logfile = {folder}/pooler.log
"""


@dataclass(frozen=True)
class Theirs:
    """A server of somebody else's: its folder and port, and what the office is told of it."""

    folder: Path
    port: int
    told: dict[str, str]

    def boss(self) -> "psycopg.Connection[tuple[object, ...]]":
        return psycopg.connect(
            host=str(self.folder), port=self.port, user="postgres", dbname="postgres", autocommit=True
        )

    def call(self, *arguments: str | Path, **more: str) -> "subprocess.CompletedProcess[str]":
        return medoffice(*arguments, **{**self.told, **more})


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def theirs() -> Iterator[Theirs]:
    user = child.server_user()
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as place:
        folder, port = Path(place) / "theirs", _free_port()
        Path(place).chmod(0o755)
        cluster.own_folder(folder, user)
        folder.chmod(0o711)
        (Path(place) / "data").mkdir(mode=0o711)
        certificates.issued(folder, ["localhost"], [ip_address("127.0.0.1")], clock.real_now())
        made: list[str | Path] = [
            BIN / "initdb",
            "-D",
            folder / "pg",
            "-U",
            "postgres",
            "--locale=C.UTF-8",
            "--data-checksums",
        ]
        subprocess.run(made, check=True, capture_output=True, **child.options(user))
        (folder / "pg" / "pg_hba.conf").write_text(RULES, encoding="utf-8")
        _own(folder, user.pw_uid)
        told = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={folder}", "ssl=on"]
        told += [f"ssl_cert_file={folder}/office.crt", f"ssl_key_file={folder}/office.key", "max_connections=60"]
        told += ["log_min_messages=log", "log_min_error_statement=panic"]  # as docs/database.md asks for
        command: list[str | Path] = [
            BIN / "postgres",
            "-D",
            folder / "pg",
            *(word for setting in told for word in ("-c", setting)),
        ]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL, **child.options(user)) as server:
            try:
                yield _prepared(Path(place), folder, port)
            finally:
                server.send_signal(signal.SIGINT)


def _own(folder: Path, uid: int) -> None:
    for path in folder.rglob("*"):
        if os.geteuid() == 0:
            os.chown(path, uid, -1)


def _prepared(place: Path, folder: Path, port: int) -> Theirs:
    secret = place / "password"
    secret.write_text(f"{SECRET}\n", encoding="utf-8")
    secret.chmod(0o600)
    address = f"postgresql://office_owner@127.0.0.1:{port}/?sslmode=verify-full&sslrootcert={folder}/ca.crt"
    told = {"MEDOFFICE_DATA": str(place / "data"), "DATABASE_URL": address, "MEDOFFICE_DB_PASSWORD_FILE": str(secret)}
    theirs = Theirs(folder, port, {**told, "MEDOFFICE_DB_HOST": ""})
    cluster.wait(lambda: _answers(theirs), 60, "their server")
    done = theirs.call("database", "check")
    assert done.returncode == 2
    assert "cannot be used" in done.stderr
    script = theirs.call("database", "sql").stdout
    with theirs.boss() as boss:
        for _ in range(2):  # again, as after an upgrade
            boss.execute(script.encode())
        boss.execute(psycopg.sql.SQL("ALTER ROLE office_owner PASSWORD {}").format(SECRET))
    return theirs


def _answers(theirs: Theirs) -> bool:
    try:
        theirs.boss().close()
    except psycopg.OperationalError:
        return False
    return True


@pytest.fixture(scope="module")
def practice(theirs: Theirs) -> Theirs:
    """With a practice on it."""
    done = theirs.call("worlds", "create", "practice", "--kind", "practice")
    assert done.returncode == 0, done.stderr
    return theirs


def test_the_office_works_on_it_from_the_first_world_to_the_restored_one(practice: Theirs, tmp_path: Path) -> None:
    checked = practice.call("database", "check")
    assert checked.returncode == 0
    assert "PostgreSQL 15" in checked.stdout
    assert "encrypted (TLS)" in checked.stdout
    played = practice.call("day", "--visits", "6", "--json")
    assert played.returncode == 0, played.stderr
    assert answers(played)[0]["ok"]
    copied = practice.call("worlds", "copy", "practice", "trial", "--json")
    assert answers(copied)[0]["kind"] == "training", copied.stderr
    kept = practice.call("backup", tmp_path / "b", "--world", "trial", "--new-key", tmp_path / "k")
    assert kept.returncode == 0, kept.stderr
    back = practice.call("restore", tmp_path / "b", "--as", "back", "--key-file", tmp_path / "k")
    assert back.returncode == 0, back.stderr
    checked = practice.call("check", "--json")
    assert checked.returncode == 0, checked.stdout
    assert {one["world"] for one in answers(checked)} >= {None, "practice", "trial", "back"}
    for name in ("trial", "back"):
        assert practice.call("worlds", "drop", name, "--yes").returncode == 0
    figure("PostgreSQL 15 over TLS", "world, day of 6 visits, check, copy, backup, restore hold", "all hold")


def test_an_office_moves_there_from_the_server_we_start(practice: Theirs, tmp_path: Path) -> None:
    """A backup made by 18 goes into 15, with the secret of the office it came from."""
    own = Path(practice.told["MEDOFFICE_DATA"]).parent / "own"
    own.mkdir(mode=0o711)
    here = {"MEDOFFICE_DATA": str(own), "MEDOFFICE_DB_HOST": "", "DATABASE_URL": ""}
    assert medoffice("worlds", "create", "moved", **here).returncode == 0
    kept = medoffice("backup", tmp_path / "b", "--world", "moved", "--new-key", tmp_path / "k", **here)
    assert kept.returncode == 0, kept.stderr
    fresh = str(Path(practice.told["MEDOFFICE_DATA"]).parent / "fresh")
    back = practice.call("restore", tmp_path / "b", "--key-file", tmp_path / "k", MEDOFFICE_DATA=fresh)
    assert back.returncode == 0, back.stderr
    checked = practice.call("check", "--world", "moved", MEDOFFICE_DATA=fresh)
    assert checked.returncode == 0, checked.stdout
    assert practice.call("worlds", "drop", "moved", "--yes", MEDOFFICE_DATA=fresh).returncode == 0


@pytest.mark.parametrize("setting", ["fsync", "full_page_writes", "synchronous_commit"])
def test_a_server_that_would_lose_work_is_refused(practice: Theirs, setting: str) -> None:
    with practice.boss() as boss:
        boss.execute(f"ALTER SYSTEM SET {setting} = off".encode())
        boss.execute("SELECT pg_reload_conf()")
        try:
            done = practice.call("worlds", "list")
            assert done.returncode == 2
            assert f"{setting} is not on" in done.stderr
            assert practice.call("database", "check").returncode == 1
        finally:
            boss.execute(f"ALTER SYSTEM RESET {setting}".encode())
            boss.execute("SELECT pg_reload_conf()")
    assert practice.call("worlds", "list").returncode == 0


def test_who_is_not_who_it_says_is_refused(practice: Theirs, tmp_path: Path) -> None:
    other = certificates.issued(tmp_path, ["localhost"], [], clock.real_now()).authority
    plain = practice.told["DATABASE_URL"].partition("?")[0]
    for wrong in (f"{plain}?sslmode=verify-full&sslrootcert={other}", f"{plain}?sslmode=disable"):
        done = practice.call("worlds", "list", DATABASE_URL=wrong)
        assert done.returncode == 2
        assert "cannot be used" in done.stderr
    (tmp_path / "wrong").write_text("another", encoding="utf-8")
    (tmp_path / "wrong").chmod(0o600)
    done = practice.call("worlds", "list", MEDOFFICE_DB_PASSWORD_FILE=str(tmp_path / "wrong"))
    assert done.returncode == 2
    assert "password authentication failed" in done.stderr


@contextmanager
def _pooler(theirs: Theirs) -> Iterator[str]:
    port, user = _free_port(), child.server_user()
    folder = theirs.folder / "pooler"
    shutil.rmtree(folder, ignore_errors=True)
    cluster.own_folder(folder, user)
    for name in ("office.crt", "office.key", "ca.crt"):
        shutil.copy(theirs.folder / name, folder / name)
    (folder / "userlist.txt").write_text(theirs.call("database", "userlist").stdout, encoding="utf-8")
    text = POOL.format(server=theirs.port, port=port, folder=folder)
    (folder / "pooler.ini").write_text(text, encoding="utf-8")
    _own(folder, user.pw_uid)
    with subprocess.Popen([POOLER, "-q", folder / "pooler.ini"], **child.options(user)) as pooler:
        try:
            yield f"127.0.0.1:{port}"
        finally:
            pooler.send_signal(signal.SIGINT)
            pooler.wait(30)


def test_the_web_tier_works_through_a_pooler_in_transaction_mode(practice: Theirs) -> None:
    """Two worlds asked at once by 8 threads: right answers, and few sessions on the server."""
    assert practice.call("worlds", "clone", "practice", "second").returncode == 0
    port, counts, hosts = _free_port(), dict[int, int](), ("localhost", "second.localhost")
    with _pooler(practice) as place:
        command = [sys.executable, "-m", "medoffice", "run", "--port", str(port)]
        environment = {**os.environ, **practice.told, "PYTHONPATH": str(ROOT), "DATABASE_POOLER": place}
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as office:
            try:
                assert office.stdout is not None
                assert "is open" in office.stdout.readline()

                def ask(number: int) -> int:
                    status = 503
                    for _ in range(50):  # the gate may turn a request away for the moment
                        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as asked:
                            asked.request("GET", "/security/set-up/", headers={"Host": hosts[number % 2]})
                            status = asked.getresponse().status
                        if status != 503:
                            break
                    return status

                with ThreadPoolExecutor(8) as pool:
                    for status in pool.map(ask, range(300)):
                        counts[status] = counts.get(status, 0) + 1
                with practice.boss() as boss:
                    at_work = "FROM pg_stat_activity WHERE datname LIKE 'w%' GROUP BY 1, 2"
                    sessions = boss.execute(f"SELECT datname, usename, count(*) {at_work}".encode()).fetchall()
            finally:
                office.send_signal(signal.SIGTERM)
                assert office.wait(60) == 0
    assert counts == {200: 300}
    assert {database for database, _, _ in sessions} >= {"w_practice", "w_second"}
    assert all(database == login for database, login, _ in sessions)
    figure(
        "web tier through pgbouncer (transaction mode), 2 worlds, 8 threads",
        f"{counts[200]} of 300 answered, {sum(int(str(row[2])) for row in sessions)} sessions on the server",
        "300 answered",
    )
    assert practice.call("worlds", "drop", "second", "--yes").returncode == 0
