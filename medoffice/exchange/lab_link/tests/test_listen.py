"""The wire: whatever comes over it, what is whole is answered after its commit, and the listener goes on."""

import asyncio
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from ipaddress import ip_network

import pytest

from medoffice.clinic.results.types import Arrived
from medoffice.exchange.lab_link.actions import listen
from medoffice.exchange.lab_link.actions.listen import Listener
from medoffice.exchange.lab_link.types import Listening

VT, END = b"\x0b", b"\x1c\r"


class Kept:
    """What was handed over, in the commits it came in."""

    def __init__(self) -> None:
        self.commits: list[list[Arrived]] = []
        self.held = threading.Event()
        self.held.set()
        self.broken = False

    def __call__(self, arrived: Sequence[Arrived]) -> list[bytes]:
        assert self.held.wait(10)
        if self.broken:
            raise OSError
        self.commits.append(list(arrived))
        return [b"ACK " + one.data[:20].replace(b"\x1c", b"?") for one in arrived]

    @property
    def all(self) -> list[Arrived]:
        return [one for commit in self.commits for one in commit]


@contextmanager
def listening(kept: Callable[[Sequence[Arrived]], list[bytes]], **how: object) -> Iterator[int]:
    loop, port, ends = asyncio.new_event_loop(), [0], []
    there = threading.Event()

    def ready(found: int) -> None:
        port[0] = found
        there.set()

    async def run() -> None:
        end = asyncio.Event()
        ends.append(end)
        await Listener(Listening(port=0, **how), kept).run(end, ready)  # type: ignore[arg-type]

    thread = threading.Thread(target=lambda: loop.run_until_complete(run()))
    thread.start()
    assert there.wait(10)
    try:
        yield port[0]
    finally:
        loop.call_soon_threadsafe(ends[0].set)
        thread.join(20)
        loop.close()
        assert not thread.is_alive()


@contextmanager
def connected(port: int) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as wire:
        yield wire


def answer(wire: socket.socket) -> bytes:
    found = b""
    while not found.endswith(END):
        piece = wire.recv(4096)
        if not piece:
            return found
        found += piece
    return found


def framed(data: bytes) -> bytes:
    return VT + data + END


def test_fragments_several_at_once_and_garbage_before() -> None:
    kept = Kept()
    with listening(kept) as port, connected(port) as wire:
        for byte in framed(b"MSH|one"):
            wire.sendall(bytes((byte,)))
        assert answer(wire) == framed(b"ACK MSH|one")
        wire.sendall(b"hello\r\n" + framed(b"MSH|two") + framed(b"MSH|three"))
        found = answer(wire)
        while found.count(END) < 2:
            found += answer(wire)
        assert found == framed(b"ACK MSH|two") + framed(b"ACK MSH|three")
    assert [one.data for one in kept.all] == [b"MSH|one", b"MSH|two", b"MSH|three"]
    assert {one.peer for one in kept.all} == {"127.0.0.1"}


def test_a_message_that_does_not_end_is_told_after_a_while() -> None:
    kept = Kept()
    with listening(kept, quiet_seconds=0.2) as port, connected(port) as wire:
        wire.sendall(VT + b"MSH|half")
        assert answer(wire) == framed(b"ACK MSH|half")
        assert wire.recv(1) == b""
    assert [one.flaw for one in kept.all] == ["unfinished"]


def test_a_frame_without_its_last_byte_is_taken_whole_after_a_while() -> None:
    kept = Kept()
    with listening(kept, quiet_seconds=0.2) as port, connected(port) as wire:
        wire.sendall(VT + b"MSH|whole" + END[:1])
        assert answer(wire) == framed(b"ACK MSH|whole")
    assert [(one.data, one.flaw) for one in kept.all] == [(b"MSH|whole", "no-cr")]


def test_the_end_of_a_frame_may_stand_in_its_text_and_may_come_in_two_pieces() -> None:
    kept = Kept()
    with listening(kept) as port, connected(port) as wire:
        wire.sendall(VT + b"MSH|a\x1cb" + END[:1])
        time.sleep(0.05)
        wire.sendall(END[1:])
        assert answer(wire) == framed(b"ACK MSH|a?b")
    assert [(one.data, one.flaw) for one in kept.all] == [(b"MSH|a\x1cb", "")]


def test_one_that_drips_is_ended() -> None:
    kept = Kept()
    with listening(kept, quiet_seconds=5, whole_seconds=0.3) as port, connected(port) as wire:
        wire.sendall(VT)
        began = time.monotonic()
        try:
            while time.monotonic() - began < 10:
                wire.sendall(b"x")
                time.sleep(0.05)
        except OSError:
            pass
        assert time.monotonic() - began < 10
    assert [one.flaw for one in kept.all] == ["unfinished"]


def test_too_large_and_the_next_is_taken() -> None:
    kept = Kept()
    with listening(kept, most_bytes=10_000) as port, connected(port) as wire:
        wire.sendall(framed(b"MSH|" + b"x" * 200_000))
        assert answer(wire).startswith(VT + b"ACK MSH|")
        wire.sendall(framed(b"MSH|small"))
        assert answer(wire) == framed(b"ACK MSH|small")
    assert [one.flaw for one in kept.all] == ["too-large", ""]


def test_half_closed_is_still_answered_and_broken_off_leaves_the_others() -> None:
    kept = Kept()
    with listening(kept) as port:
        with connected(port) as wire:
            wire.sendall(VT + b"MSH|cut")
        with connected(port) as wire:
            wire.sendall(framed(b"MSH|one"))
            wire.shutdown(socket.SHUT_WR)
            assert answer(wire) == framed(b"ACK MSH|one")


def test_one_that_is_torn_off_in_the_middle_is_told_and_the_others_go_on() -> None:
    kept = Kept()
    with listening(kept) as port:
        wire = socket.create_connection(("127.0.0.1", port), timeout=10)
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # a reset, no farewell
        wire.sendall(framed(b"MSH|one") + VT + b"MSH|half")
        assert answer(wire) == framed(b"ACK MSH|one")
        wire.close()
        with connected(port) as other:
            other.sendall(framed(b"MSH|two"))
            assert answer(other) == framed(b"ACK MSH|two")
    assert [one.data for one in kept.all if not one.flaw] == [b"MSH|one", b"MSH|two"]


def test_nothing_is_answered_that_is_not_committed() -> None:
    kept = Kept()
    kept.broken = True
    with listening(kept) as port:
        with connected(port) as wire:
            wire.sendall(framed(b"MSH|one"))
            assert answer(wire) == b""
        kept.broken = False
        with connected(port) as wire:
            wire.sendall(framed(b"MSH|one"))
            assert answer(wire) == framed(b"ACK MSH|one")


def test_who_is_connected_is_waited_for_a_moment_and_committed_together() -> None:
    kept = Kept()
    with listening(kept, gather_seconds=3) as port:  # who is answered in the first turn waits for who connects late
        wires = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(8)]
        for turn in range(2):
            for number, wire in enumerate(wires):
                wire.sendall(framed(b"MSH|%d.%d" % (turn, number)))
            for number, wire in enumerate(wires):
                assert answer(wire) == framed(b"ACK MSH|%d.%d" % (turn, number))
        for wire in wires:
            wire.close()
    assert [len(commit) for commit in kept.commits][-1] == 8


def test_one_that_cannot_be_kept_takes_no_other_with_it() -> None:
    kept = Kept()

    def keep(arrived: Sequence[Arrived]) -> list[bytes]:
        if any(one.data == b"MSH|bad" for one in arrived):
            raise ValueError
        return kept(arrived)

    with listening(keep, gather_seconds=3) as port:
        wires = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(3)]
        for turn in (b"MSH|here", b"MSH|good"):
            for place, wire in enumerate(wires):
                wire.sendall(framed(b"MSH|bad" if turn == b"MSH|good" and place == 1 else turn))
            told = [answer(wire) for wire in wires]
        for wire in wires:
            wire.close()
    assert told == [framed(b"ACK MSH|good"), b"", framed(b"ACK MSH|good")]
    assert [len(commit) for commit in kept.commits][-2:] == [1, 1]


def test_what_waits_is_committed_together_and_no_more_is_read() -> None:
    kept = Kept()
    kept.held.clear()
    with listening(kept, behind=4, at_once=4) as port:
        wires = [socket.create_connection(("127.0.0.1", port), timeout=10) for _ in range(12)]
        for number, wire in enumerate(wires):
            wire.sendall(framed(b"MSH|%d" % number))
        kept.held.set()
        for number, wire in enumerate(wires):
            assert answer(wire) == framed(b"ACK MSH|%d" % number)
            wire.close()
    assert len(kept.all) == 12
    assert 3 <= len(kept.commits) < 12


def test_while_nothing_can_be_committed_nothing_more_is_read_and_then_all_of_it_is_answered() -> None:
    """A laboratory that sends without end while the office is behind waits in its own system, not in our memory."""
    kept = Kept()
    kept.held.clear()
    one, sent = framed(b"MSH|" + b"x" * 9_995), 0
    with listening(kept, behind=4, at_once=4) as port, connected(port) as wire:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65_536)
        wire.settimeout(0.5)
        with suppress(TimeoutError):
            while sent < 100_000_000:
                sent += wire.send((one * 10)[sent % len(one) :])
        assert sent < 20_000_000  # what the two systems hold between them
        assert kept.all == []
        wire.settimeout(10)
        kept.held.set()
        whole = -(-sent // len(one))
        rest, found = whole * len(one) - sent, 0
        writing = threading.Thread(target=wire.sendall, args=(one[len(one) - rest :],))
        writing.start()
        while found < whole:
            found += wire.recv(1 << 16).count(END[:1])
        writing.join(10)
    assert [len(message.data) for message in kept.all] == [9_999] * whole


def test_a_connection_more_than_are_taken_is_ended_and_those_there_go_on() -> None:
    kept = Kept()
    with listening(kept, connections=2) as port, connected(port) as one, connected(port) as two:
        for wire in (one, two):
            wire.sendall(framed(b"MSH|here"))
            assert answer(wire) == framed(b"ACK MSH|here")
        with connected(port) as three:
            assert _closed(three)
        one.sendall(framed(b"MSH|again"))
        assert answer(one) == framed(b"ACK MSH|again")


def test_what_has_come_is_answered_when_it_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it ends, though the laboratory keeps its connection open."""
    monkeypatch.setattr(listen, "_DRAIN_SECONDS", 600.0)
    kept = Kept()
    kept.held.clear()
    wire: socket.socket | None = None
    with listening(kept) as port:
        wire = socket.create_connection(("127.0.0.1", port), timeout=10)
        wire.sendall(framed(b"MSH|last"))
        time.sleep(0.3)
        threading.Timer(0.3, kept.held.set).start()
    assert answer(wire) == framed(b"ACK MSH|last")
    wire.close()


def test_only_who_is_allowed() -> None:
    kept = Kept()
    with listening(kept, allowed=(ip_network("192.0.2.0/24"),)) as port, connected(port) as wire:
        with suppress(OSError):
            wire.sendall(framed(b"MSH|one"))
        assert _closed(wire)
    assert kept.all == []


def _closed(wire: socket.socket) -> bool:
    try:
        return wire.recv(1) == b""
    except OSError:
        return True
