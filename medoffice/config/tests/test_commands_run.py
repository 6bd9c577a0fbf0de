"""``medoffice run`` as a person uses it: started, started twice, stopped both ways, killed, started again."""

import hashlib
import http.client
import os
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import urllib.request
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from medoffice.config.tests.makers import ROOT, answers, medoffice
from medoffice.kernel.postgres import cluster

# A shell starts what it puts into the background with Ctrl-C ignored; the program must hear it all the same.
BEHIND_ANOTHER = ("/bin/sh", "-c", 'trap "" INT; exec "$@"', "sh")


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(scope="module")
def port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def _office(data: Path, port: int, *more: str, origin: str = "http://localhost") -> "Iterator[subprocess.Popen[str]]":
    """A running office, from the line that tells its address on; it is gone afterwards."""
    office = subprocess.Popen(
        [*BEHIND_ANOTHER, sys.executable, "-m", "medoffice", "run", "--port", str(port), *more],
        env={**os.environ, "PYTHONPATH": str(ROOT), "MEDOFFICE_DATA": str(data), "MEDOFFICE_DB_HOST": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with office:
        try:
            assert office.stdout is not None
            assert office.stdout.readline() == f"medoffice is open at {origin}:{port}/\n"
            yield office
        finally:
            office.kill()


def _page(port: int) -> str:
    with urllib.request.urlopen(f"http://localhost:{port}/") as answer:
        return str(answer.read().decode())


def _left(data: Path) -> list[int]:
    """The processes of a data folder's office that live (the database's have no such environment)."""
    return [int(entry.parent.name) for entry in Path("/proc").glob("[0-9]*/environ") if _is_of(data, entry)]


def _is_of(data: Path, entry: Path) -> bool:
    try:
        return f"MEDOFFICE_DATA={data}".encode() in entry.read_bytes().split(b"\0")
    except OSError:
        return False


def test_the_first_start_makes_the_office_and_a_second_one_is_told_so(data: Path, port: int) -> None:
    with _office(data, port) as office:
        assert "password" in _page(port)
        elsewhere = medoffice("run", "--port", "0", MEDOFFICE_DATA=str(data), MEDOFFICE_DB_HOST="")
        assert elsewhere.returncode == 3
        assert f"already running on {data} (process {office.pid})" in elsewhere.stderr
        same = medoffice("run", "--port", str(port), MEDOFFICE_DATA=str(data), MEDOFFICE_DB_HOST="")
        assert same.returncode == 3
        assert f"http://localhost:{port}/" in same.stderr
        checked = medoffice("check", "--json", MEDOFFICE_DATA=str(data), MEDOFFICE_DB_HOST="")
        assert checked.returncode == 0, checked.stdout
        assert {one["world"] for one in answers(checked)} == {None, "practice"}
        assert "password" in _page(port)
        office.send_signal(signal.SIGTERM)
        assert office.wait(60) == 0
    assert _left(data) == []


def test_ctrl_c_stops_it_cleanly(data: Path, port: int) -> None:
    with _office(data, port) as office:
        office.send_signal(signal.SIGINT)
        assert office.wait(60) == 0
        assert office.stderr is not None
        assert office.stderr.read().splitlines()[-1] == "stopping"
    assert _left(data) == []


def test_after_kill_minus_nine_nothing_lives_on_and_the_next_start_serves(data: Path, port: int) -> None:
    with _office(data, port) as office:
        office.kill()
        assert office.wait(60) == -signal.SIGKILL
        cluster.wait(lambda: not _left(data), 60, "the parts to end with the program")
    with _office(data, port) as office:
        assert "password" in _page(port)
        for process in _left(data):
            os.kill(process, signal.SIGKILL)
        office.wait(60)
        cluster.wait(lambda: not _left(data), 60, "everything to be gone")
    with _office(data, port) as office:
        assert "password" in _page(port)
        office.send_signal(signal.SIGTERM)
        assert office.wait(60) == 0


def test_a_part_that_ends_by_itself_is_started_again(data: Path, port: int) -> None:
    with _office(data, port) as office:
        for word in ("medoffice.config.worker", "medoffice.config.web"):
            cluster.wait(lambda name=word: _leader(data, name) > 0, 60, word)  # type: ignore[misc]
            killed = _leader(data, word)
            os.kill(killed, signal.SIGKILL)
            cluster.wait(lambda name=word, old=killed: _leader(data, name) not in (0, old), 60, word)  # type: ignore[misc]
        cluster.wait(lambda: _answers(port), 60, "the page")
        office.send_signal(signal.SIGTERM)
        assert office.wait(60) == 0
        assert office.stderr is not None
        told = office.stderr.read()
    assert "The worker ended by itself and is started again." in told
    assert "The web server ended by itself and is started again." in told
    assert _left(data) == []


def _leader(data: Path, word: str) -> int:
    """The process of a part of the office that this program started itself; 0 if there is none."""
    for process in _left(data):
        try:
            words = Path(f"/proc/{process}/cmdline").read_text(encoding="utf-8").split("\0")
            if word in words and os.getpgid(process) == process:
                return process
        except OSError:
            continue
    return 0


def _answers(port: int) -> bool:
    try:
        return "password" in _page(port)
    except OSError:
        return False


def test_on_the_office_network_it_speaks_tls_and_nothing_else(data: Path, port: int) -> None:
    with _office(data, port, "--lan", "--host", "localhost", origin="https://localhost") as office:
        trusts = ssl.create_default_context(cafile=str(data / "tls" / "ca.crt"))
        with urllib.request.urlopen(f"https://localhost:{port}/security/set-up/", context=trusts) as answer:
            headers = answer.headers
        assert headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"
        cookie = headers["Set-Cookie"]
        assert cookie.startswith("__Host-")
        assert all(part in cookie for part in ("Secure", "HttpOnly", "Path=/", "SameSite=Lax"))
        assert "Domain" not in cookie
        other = http.client.HTTPSConnection("localhost", port, context=trusts)
        other.request("GET", "/", headers={"Host": "evil.example"})
        assert other.getresponse().status == 400
        other.close()
        with socket.create_connection(("localhost", port), 20) as plain, plain.makefile("rb") as said:
            plain.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            assert b"HTTP/" not in said.read()
        with pytest.raises(OSError, match="ALERT"):
            urllib.request.urlopen(f"https://localhost:{port}/", context=_of_2006())
        with urllib.request.urlopen(f"https://localhost:{port}/trust/medoffice-ca.crt", context=trusts) as answer:
            told = hashlib.sha256(answer.read()).hexdigest().upper()
        assert office.stdout is not None
        lines = [office.stdout.readline().strip() for _ in range(4)]
        assert "".join(lines[2:]).replace(":", "") == told
        office.send_signal(signal.SIGTERM)
        assert office.wait(60) == 0


def _of_2006() -> ssl.SSLContext:
    """A client that knows TLS 1.1 at most."""
    old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    old.check_hostname, old.verify_mode = False, ssl.CERT_NONE
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        old.minimum_version, old.maximum_version = ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1
    old.set_ciphers("ALL:@SECLEVEL=0")
    return old
