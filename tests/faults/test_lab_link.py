"""Kill -9 of the laboratory link while laboratories send: what was acknowledged is there once, and is applied once."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from uuid import UUID

import pytest
from django.db import connection

from medoffice.clinic.results.actions import file_waiting
from medoffice.clinic.results.models import LabMessage, LabReport, LabResult
from medoffice.config.tests.makers import ROOT
from medoffice.kernel import jobs
from medoffice.practice.tests.makers import make_office
from medoffice.records.patients.tests.makers import make_patient
from tests.figures import figure

KILLS = int(os.environ.get("MEDOFFICE_LINK_KILLS", "200"))
SENDERS, WAIT_S, DONE_S, PAUSE_S = 4, 10.0, 60.0, 0.1
AT_ONCE = 10  # messages that are filed before the next kill may come


class Sender(Thread):
    """A laboratory that sends one message after another, each again and again until it is acknowledged."""

    def __init__(self, number: int, port: int) -> None:
        """Its ``number`` is in the numbers of its messages."""
        super().__init__(daemon=True)
        self.number, self.port, self.chance = number, port, random.Random(number)
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
                time.sleep(0.01)
            self.accepted.append(control)
            time.sleep(self.chance.uniform(0, PAUSE_S))

    def _told(self, control: str) -> bool:
        said = (
            f"MSH|^~\\&|LIS|LAB{self.number}|||20261124||ORU^R01|{control}|P|2.5.1\r"
            f"PID|1||||Vale^Ingrid||19680308|F\r"
            f"OBR|1||F{control}|K^Potassium^L|||202611240730|||||||||||||||||F\r"
            f"OBX|1|NM|K^Potassium^L||4.1|mmol/L|3.5-5.1|N|||F\r"
        )
        answer = b""
        with suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=WAIT_S) as wire:
            wire.sendall(b"\x0b" + said.encode() + b"\x1c\r")
            while not answer.endswith(b"\x1c\r") and (piece := wire.recv(4096)):
                answer += piece
        if f"MSA|AA|{control}".encode() in answer:
            return True
        if answer:
            self.wrong.append(answer)
        return False


class Links:
    """The link of a world, killed and started again."""

    def __init__(self, stem: "subprocess.Popen[str]") -> None:
        """Nothing listens yet."""
        self.stem, self.pid = stem, 0

    def start(self) -> None:
        """Another one listens."""
        assert self.stem.stdin is not None
        assert self.stem.stdout is not None
        self.stem.stdin.write("\n")
        self.stem.stdin.flush()
        self.pid = int(self.stem.stdout.readline())

    def kill(self) -> None:
        """Kill it as it stands, and start another."""
        os.kill(self.pid, signal.SIGKILL)
        self.start()


@contextmanager
def sent_to(world: str) -> Iterator[tuple[Links, list[Sender]]]:
    """A link of this world, and laboratories that send to it within the block and finish their last one after it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    command = [sys.executable, "-m", "tests.faults.link_stem", world, str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as stem:
        links, senders = Links(stem), [Sender(number, port) for number in range(SENDERS)]
        links.start()
        for one in senders:
            one.start()
        try:
            yield links, senders
        finally:
            for one in senders:
                one.stop.set()
            for one in senders:
                one.join(DONE_S)


def kept_and_filed(senders: list[Sender]) -> int:
    """How many were acknowledged: each is kept once and on the chart once, and nothing else is."""
    jobs.run_due()
    told = sorted(control for one in senders for control in one.accepted)
    assert [one.wrong for one in senders] == [[]] * len(senders)
    assert not any(one.is_alive() for one in senders)
    assert told == sorted(LabMessage.objects.values_list("control_id", flat=True))
    assert set(LabMessage.objects.values_list("state", flat=True)) == {"filed"}
    reports = set(LabReport.objects.values_list("filler", flat=True))
    assert reports == {f"F{control}" for control in told}
    assert (LabReport.objects.count(), LabResult.objects.count()) == (len(told), len(told))
    return len(told)


def file_for(seconds: float) -> int:
    """File what comes for so long, as the worker does; how many jobs were run."""
    until, ran = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        ran += jobs.run_due(lambda: time.monotonic() < until)
        time.sleep(0.01)
    return ran


@pytest.mark.parametrize("kills", [6, pytest.param(KILLS, marks=pytest.mark.soak)])
def test_kills_of_the_link_lose_nothing_and_apply_nothing_twice(
    fresh_world: str, kills: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody files meanwhile, as the worker does."""
    monkeypatch.setattr(file_waiting, "AT_ONCE", AT_ONCE)
    make_office()
    assert isinstance(make_patient(), UUID)
    chance, filed = random.Random(7), 0
    with sent_to(fresh_world) as (links, senders):
        for _ in range(kills):
            filed += file_for(chance.uniform(0.02, 0.5))
            links.kill()
    told = kept_and_filed(senders)
    assert told > kills
    assert filed
    words = f"{kills} kills, {told} acknowledged, {sum(one.resent for one in senders)} sent again"
    figure("kills of the laboratory link", words, "200 kills, 0 lost, 0 applied twice")


def test_a_database_that_goes_away_under_it_costs_no_message(fresh_world: str) -> None:
    """Nothing is answered that could not be kept; the link makes a new connection and goes on."""
    make_office()
    make_patient()
    with sent_to(fresh_world) as (_, senders):
        for _ in range(5):
            before = sum(len(one.accepted) for one in senders)
            until = time.monotonic() + WAIT_S
            while sum(len(one.accepted) for one in senders) < before + SENDERS and time.monotonic() < until:
                time.sleep(0.01)
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    " WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()"
                )
                assert cursor.fetchone() == (1,)
    assert kept_and_filed(senders) >= 5 * SENDERS
    assert sum(one.resent for one in senders) >= 1
