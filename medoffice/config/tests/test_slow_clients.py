"""Clients that send slowly, read slowly, send without end, or only sit there: they hold no thread, and they are ended.

The real server with the options of ``medoffice run``; the office behind it is a few words, so what is measured is the
server and the gate.
"""

import os
import resource
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from medoffice.config.commands.run import _web
from medoffice.config.network import LOOPBACK, Network
from medoffice.config.tests.makers import ROOT
from tests.figures import figure

POST = b"POST /find/ HTTP/1.1\r\nHost: localhost\r\n"
GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture(scope="module")
def server() -> "Iterator[tuple[int, subprocess.Popen[bytes]]]":
    with served() as made:
        yield made


@contextmanager
def served() -> "Iterator[tuple[int, subprocess.Popen[bytes]]]":
    """The port and the process of a web tier."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    options = [*_web(Network(LOOPBACK, port))[:-1], "medoffice.config.tests.slow_office:application"]
    command = [sys.executable, "-m", "medoffice.config.web", *options]
    with subprocess.Popen(command, env={**os.environ, "PYTHONPATH": str(ROOT)}) as process:
        try:
            until = time.monotonic() + 60
            while time.monotonic() < until:
                with suppress(OSError):
                    assert ask(port, GET).startswith(b"HTTP/1.1 200")
                    break
            yield port, process
        finally:
            process.terminate()


def reach(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=60)


def ask(port: int, what: bytes) -> bytes:
    """The beginning of the answer."""
    with closing(reach(port)) as link:
        link.sendall(what)
        return link.recv(4096)


def until_closed(link: socket.socket, began: float) -> float:
    """Seconds from an instant until the other side closes."""
    with suppress(ConnectionError):
        while link.recv(65536):
            pass
    return time.monotonic() - began


class Probe(threading.Thread):
    """An honest client that asks for a page again and again, and remembers the slowest."""

    def __init__(self, port: int) -> None:
        super().__init__(daemon=True)
        self.port, self.done, self.took = port, threading.Event(), [0.0]
        self.wrong: list[bytes] = []

    def run(self) -> None:
        while not self.done.wait(0.02):
            began = time.monotonic()
            answer = ask(self.port, GET)
            self.took.append(time.monotonic() - began)
            if not answer.startswith(b"HTTP/1.1 200"):
                self.wrong.append(answer[:60])

    def result(self) -> float:
        self.done.set()
        self.join(60)
        assert self.wrong == []
        return max(self.took)


@pytest.mark.parametrize(
    ("what", "status"),
    [
        (POST + b"Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n", b"411"),
        (POST + b"Content-Length: 99999999\r\n\r\n", b"413"),
        (POST + b"Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef", b"400"),
        (POST + b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", b"4"),
        (b"GET /" + b"a" * 400_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"4"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nA: " + b"a" * 400_000 + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"A: b\r\n" * 300 + b"\r\n", b"431"),
        (b"not a request at all\r\n\r\n", b"400"),
    ],
)
def test_what_is_too_long_or_means_two_things_is_answered_at_once(
    server: "tuple[int, subprocess.Popen[bytes]]", what: bytes, status: bytes
) -> None:
    assert ask(server[0], what).split(b" ")[1].startswith(status)


def test_a_whole_request_passes_also_when_its_body_comes_in_pieces(
    server: "tuple[int, subprocess.Popen[bytes]]",
) -> None:
    with closing(reach(server[0])) as link:
        for piece in (POST + b"Content-Length: 6\r\n\r\n", b"q=", b"vale"):
            link.sendall(piece)
        assert link.recv(4096).startswith(b"HTTP/1.1 200")


def test_a_body_cut_short_is_not_acted_on(server: "tuple[int, subprocess.Popen[bytes]]") -> None:
    with closing(reach(server[0])) as link:
        link.sendall(POST + b"Content-Length: 6\r\n\r\nq=")
        link.shutdown(socket.SHUT_WR)
        assert not link.recv(4096).startswith(b"HTTP/1.1 200")


@pytest.mark.soak
def test_slow_clients_hold_no_thread_and_are_ended(server: "tuple[int, subprocess.Popen[bytes]]") -> None:
    port, _ = server
    slow = {
        "heads that never end": (300, POST),
        "bodies that never come": (300, POST + b"Content-Length: 1000\r\n\r\nq="),
        "connections that say nothing": (300, b""),
        "readers that never read": (40, b"GET /big HTTP/1.1\r\nHost: localhost\r\n\r\n"),
    }
    began = time.monotonic()
    links = {kind: [_begun(port, what) for _ in range(count)] for kind, (count, what) in slow.items()}
    probe = Probe(port)
    probe.start()
    time.sleep(5)
    slowest = probe.result()
    held = sum(map(len, links.values()))
    figure(
        "an honest client's slowest page beside slow clients",
        f"{slowest * 1000:.0f} ms beside {held} slow clients",
        "< 500 ms",
    )
    links.pop("readers that never read")
    ends = {kind: max(until_closed(one, began) for one in (many[0], many[-1])) for kind, many in links.items()}
    figure("slow clients are ended", ", ".join(f"{k}: {s:.0f} s" for k, s in ends.items()), "<= 20 s each")
    assert slowest < 0.5
    assert max(ends.values()) <= 20


@pytest.mark.soak
def test_ten_thousand_idle_connections_leave_the_office_open(server: "tuple[int, subprocess.Popen[bytes]]") -> None:
    port, process = server
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    count = min(10_000, hard - 500)
    before = _memory(process.pid)
    try:
        links = [_begun(port, b"") for _ in range(count)]
        probe = Probe(port)
        probe.start()
        time.sleep(2)
        slowest, grown = probe.result(), _memory(process.pid) - before
    finally:
        for link in links:
            link.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    figure(
        "an honest client's slowest page beside idle connections",
        f"{slowest * 1000:.0f} ms beside {count:,} idle connections, which cost {grown:.0f} MB",
        "< 500 ms",
    )
    assert slowest < 0.5


@pytest.mark.soak
def test_what_began_ends_although_the_server_is_told_to_stop() -> None:
    with served() as (port, process), closing(_begun(port, GET.replace(b"/ ", b"/slow ", 1))) as link:
        time.sleep(0.3)  # until it has its thread
        process.terminate()
        assert link.recv(4096).startswith(b"HTTP/1.1 200")
        assert process.wait(20) == 0


@pytest.mark.soak
def test_a_process_that_is_killed_comes_back_and_the_other_serves_meanwhile() -> None:
    with served() as (port, _):
        told = ask(port, GET)
        os.kill(int(told.rpartition(b" ")[2]), signal.SIGKILL)
        until, wrong = time.monotonic() + 60, 0
        seen: set[bytes] = set()
        while len(seen) < 2 and time.monotonic() < until:
            try:
                seen.add(ask(port, GET).rpartition(b" ")[2])
            except OSError:
                wrong += 1
            time.sleep(0.05)
    figure("requests lost when a process of the web tier is killed", f"{wrong}, both processes are back", "<= 2")
    assert len(seen) == min(2, os.cpu_count() or 1)
    assert wrong <= 2


def _begun(port: int, what: bytes) -> socket.socket:
    link = reach(port)
    link.sendall(what)
    return link


def _memory(program: int) -> float:
    """MB of a program's processes."""
    children = Path(f"/proc/{program}/task/{program}/children").read_text().split()
    texts = [Path(f"/proc/{one}/smaps_rollup").read_text() for one in (str(program), *children)]
    return sum(int(line.split()[1]) for text in texts for line in text.splitlines() if line.startswith("Pss:")) / 1024
