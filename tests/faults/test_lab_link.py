"""Kill -9 of the laboratory link while laboratories send: what was acknowledged is there once, and is applied once."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from threading import Event, Thread
from typing import Any

import pytest

from tests.faults.running import RunningOffice
from tests.figures import figure

pytestmark = pytest.mark.soak
KILLS = int(os.environ.get("MEDOFFICE_LINK_KILLS", "200"))
SENDERS = 4
READY_SECONDS = 60.0


class Sender(Thread):
    """A laboratory that sends one message after another, each again and again until it is acknowledged."""

    def __init__(self, number: int, port: int, pid: str) -> None:
        """``pid``: the segment of whom it is about."""
        super().__init__(daemon=True)
        self.number, self.port, self.pid = number, port, pid
        self.accepted: list[str] = []
        self.wrong: list[bytes] = []
        self.resent = 0
        self.stop = Event()

    def run(self) -> None:
        """Send until told to stop; the last one is finished."""
        while not self.stop.is_set():
            control = f"{self.number}-{len(self.accepted)}"
            while not self._told(control):
                self.resent += 1
                time.sleep(0.02)
            self.accepted.append(control)

    def _told(self, control: str) -> bool:
        said = (
            f"MSH|^~\\&|LIS|LAB{self.number}|||20261124||ORU^R01|{control}|P|2.5.1\r{self.pid}\r"
            f"OBR|1||F{control}|K^Potassium^L|||202611240730|||||||||||||||||F\r"
            f"OBX|1|NM|K^Potassium^L||4.1|mmol/L|3.5-5.1|N|||F\r"
        )
        answer = b""
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=10) as wire:
            wire.sendall(b"\x0b" + said.encode() + b"\x1c\r")
            while not answer.endswith(b"\x1c\r") and (piece := wire.recv(4096)):
                answer += piece
        if f"MSA|AA|{control}".encode() in answer:
            return True
        if answer.endswith(b"\x1c\r"):
            self.wrong.append(answer)
        return False


def test_kills_of_the_link_lose_nothing_and_apply_nothing_twice(office: RunningOffice, known: dict[str, Any]) -> None:
    assert known
    office.start()
    office.wait_ready()
    ((family, given, born, sex),) = office.query(
        "SELECT family, given, to_char(birth_date, 'YYYYMMDD'), sex FROM patient ORDER BY id LIMIT 1"
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    senders = [Sender(number, port, f"PID|1||||{family}^{given}||{born}|{sex}") for number in range(SENDERS)]
    chance, link = random.Random(7), _link(office, port)
    for one in senders:
        one.start()
    try:
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.05, 0.6))
            link.send_signal(signal.SIGKILL)
            link.wait()
            link = _link(office, port)
        for one in senders:
            one.stop.set()
        for one in senders:
            one.join(60)
    finally:
        link.terminate()
        link.wait(30)
    told = [control for one in senders for control in one.accepted]
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until and office.query("SELECT 1 FROM lab_message WHERE state = 'waits'"):
        time.sleep(0.5)
    kept = [str(row[0]) for row in office.query("SELECT control_id FROM lab_message WHERE state <> 'refused'")]
    ((results, distinct),) = office.query("SELECT count(*), count(DISTINCT report_id) FROM lab_result")
    words = f"{KILLS} kills, {len(told)} acknowledged, {sum(one.resent for one in senders)} sent again"
    figure("kills of the laboratory link", words, "200 kills, 0 lost, 0 applied twice")
    assert [one.wrong for one in senders] == [[]] * SENDERS
    assert len(told) > KILLS
    assert sorted(told) == sorted(kept)
    assert (results, distinct) == (len(kept), len(kept))


def _link(office: RunningOffice, port: int) -> "subprocess.Popen[bytes]":
    """The link, listening."""
    with office.log.open("ab") as log:
        made = subprocess.Popen(
            [sys.executable, "-m", "medoffice", "lab-link", "--port", str(port)],
            env=office.environment(), stdin=subprocess.DEVNULL, stdout=log, stderr=log,
        )  # fmt: skip
    until = time.monotonic() + READY_SECONDS
    while time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return made
        time.sleep(0.05)
    raise TimeoutError(f"the link does not listen; see {office.log}")
