"""The laboratory and the office: from the order to the signature, whatever the laboratory does."""

import socket
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from medoffice.clinic.charting.tests.makers import make_visit
from medoffice.clinic.orders.api import orders_of, requisition
from medoffice.clinic.orders.tests.makers import make_laboratory, make_requisition
from medoffice.clinic.orders.types import OrderState
from medoffice.clinic.results.api import open_reports, results_of, sign_report, tray
from medoffice.exchange.lab_link.api import speak
from medoffice.exchange.simulators.lab.actions.serve import Laboratory
from medoffice.exchange.simulators.lab.api import set_mood, taken
from medoffice.exchange.simulators.lab.rules.bench import habit_of, news_of
from medoffice.exchange.simulators.lab.rules.desk import read_order
from medoffice.exchange.simulators.lab.types import Habit, LabMood
from medoffice.kernel import clock, jobs
from medoffice.practice.tests.makers import Office, make_office, work
from medoffice.security.types import PROGRAM

NOW = datetime(2026, 11, 24, 16, tzinfo=UTC)
ORDER = (
    b"MSH|^~\\&|MEDOFFICE|R|LIS|P|20261124||OML^O21|L-1|T|2.5.1\rPID|1||M-1||Vale^Ingrid||19680308|F\r"
    b"ORC|NW|L-1-1\rOBR|1|L-1-1|TSH^Thyrotropin^L|||||||||||||1^Okafor\r"
)
only_db = pytest.mark.django_db


@pytest.fixture
def office() -> Iterator[Office]:
    with clock.frozen(NOW):
        yield make_office()


def played(office: Office, habit: Habit, hours: int = 12) -> UUID:
    """An order to a laboratory of one habit, and the hours after it."""
    set_mood(LabMood(seed=7, habits=((habit.value, 100),)))
    visit = make_visit(office)
    made = make_requisition(office.provider, visit, make_laboratory(), "TSH")
    for hour in range(hours):
        with clock.frozen(NOW + timedelta(hours=hour)):
            jobs.run_due()
    assert taken() == {requisition(made).number: 1}
    return visit


@only_db
@pytest.mark.parametrize("habit", [Habit.PLAIN, Habit.PARTIAL, Habit.TWICE, Habit.BROKEN, Habit.NUMBERLESS, Habit.LATE])
def test_what_comes_is_on_the_chart_once_and_signed(office: Office, habit: Habit) -> None:
    visit = played(office, habit)
    (report,) = open_reports(office.provider)
    assert tray(PROGRAM) == []
    assert report.encounter_id == (None if habit is Habit.NUMBERLESS else visit)
    found = results_of([report.id])[report.id]
    assert all(one.status in ("F", "C") for one in found)
    sign_report(actor=office.provider, report_id=report.id, seen_version=report.version)
    assert open_reports(office.provider) == []
    if habit is not Habit.NUMBERLESS:
        assert {one.state for one in orders_of(visit)} == {OrderState.DONE}


@only_db
def test_a_correction_comes_to_whoever_had_signed(office: Office) -> None:
    played(office, Habit.CORRECTED, 3)
    (report,) = open_reports(office.provider)
    sign_report(actor=office.provider, report_id=report.id, seen_version=report.version)
    for hour in range(3, 12):
        with clock.frozen(NOW + timedelta(hours=hour)):
            jobs.run_due()
    (again,) = open_reports(office.provider)
    assert (again.id, again.corrected, again.signed_by) == (report.id, True, "")
    (first, *_) = (one for one in results_of([again.id])[again.id] if one.earlier)
    assert first.earlier[0].value != first.value


@only_db
def test_the_wrong_persons_results_are_nobodys(office: Office) -> None:
    played(office, Habit.STRANGER)
    assert open_reports(office.provider) == []
    (waiting,) = tray(PROGRAM)
    assert waiting.message.why == "the order is for somebody with another name and birth date and sex"


@only_db
def test_a_cancellation_ends_the_order(office: Office) -> None:
    visit = played(office, Habit.CANCELLED)
    assert {one.state for one in orders_of(visit)} == {OrderState.REFUSED}


@only_db
def test_a_critical_result_is_work_at_once(office: Office) -> None:
    played(office, Habit.CRITICAL)
    assert len(work("result-critical")) == 1


@only_db
def test_silence_is_told(office: Office) -> None:
    visit = played(office, Habit.SILENT, 60)
    assert {one.state for one in orders_of(visit)} == {OrderState.SENT}
    assert len(work("requisition-silent")) == 1


def test_the_same_seed_does_the_same() -> None:
    order = read_order(ORDER)
    assert order is not None
    mood = LabMood(seed=3, habits=(("partial", 50), ("silent", 10)))
    assert news_of(mood, order, "20261124100000+0000") == news_of(mood, order, "20261124100000+0000")
    drawn = {habit_of(mood, str(number)) for number in range(300)}
    assert drawn == {Habit.PARTIAL, Habit.SILENT, Habit.PLAIN}
    assert read_order(b"MSH|^~\\&|A|B|||2026||ADT^A01|1|P|2.5\r") is None


def test_it_is_a_process_of_its_own_that_answers_and_tells_until_it_is_heard() -> None:
    heard: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))

    def office_end() -> None:
        for turn in range(2):
            wire, _ = listening.accept()
            with wire:
                data = wire.recv(65536)
                if turn:  # the first call is not answered: it calls again
                    heard.append(data)
                    wire.sendall(b"\x0bMSH|^~\\&|||||2026||ACK|1|P|2.5.1\rMSA|AA|1\r\x1c\r")

    thread = threading.Thread(target=office_end)
    thread.start()
    lab = Laboratory(LabMood(), listening.getsockname(), 0.001, lambda: NOW)
    port = lab.listen()
    assert b"MSA|AA|L-1" in speak("127.0.0.1", port, ORDER)
    assert b"MSA|AA|L-1" in speak("127.0.0.1", port, ORDER)  # the same again is the same order
    thread.join(20)
    until = time.monotonic() + 10
    while not lab.told and time.monotonic() < until:
        time.sleep(0.01)
    lab.stop()
    listening.close()
    assert lab.told == ["L-1-1.1"]
    assert b"ORU^R01" in heard[0]
