"""One message over two connections at one instant, two corrections of one result at one instant, one cut off midway."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from threading import Barrier, Event, Thread
from uuid import UUID

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from medoffice.clinic.results.actions import filing
from medoffice.clinic.results.actions.file_waiting import file_message, file_waiting
from medoffice.clinic.results.models import LabMessage, LabReport, LabResult
from medoffice.clinic.results.tests.makers import oru, take, versions
from medoffice.exchange.lab_link.api import serve, speak
from medoffice.exchange.lab_link.types import Listening
from medoffice.kernel.facts import publish
from medoffice.practice.tests.makers import make_office, work
from medoffice.records.patients.tests.makers import make_patient
from medoffice.security.types import PROGRAM
from medoffice.standards.hl7.api import read_ack, read_message
from tests.faults.parallel import at_once

ROUNDS = 8
LINE = "NM|K^Potassium^L||{}|mmol/L|3.5-5.1|H|||{}"


@pytest.fixture
def world(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with django_db_blocker.unblock():
        make_office()
        make_patient()
        yield fresh_world


@pytest.fixture
def ports(world: str) -> Iterator[tuple[int, int]]:
    """Two links of one world: each with connections of its own to the database."""
    with ExitStack() as both:
        yield both.enter_context(_link(world)), both.enter_context(_link(world))


class _link:  # noqa: N801 - a context
    def __init__(self, world: str) -> None:
        self.world, self.ends, self.found, self.there = world, list[Callable[[], None]](), list[int](), Event()

    def __enter__(self) -> int:
        def ready(port: int) -> None:
            self.found.append(port)
            self.there.set()

        self.thread = Thread(
            target=lambda: serve(self.world, Listening(port=0), stop=self.ends.append, ready=ready)
        )  # fmt: skip
        self.thread.start()
        assert self.there.wait(20)
        return self.found[0]

    def __exit__(self, *_: object) -> None:
        self.ends[0]()
        self.thread.join(20)


def said(value: str, status: str, control: str, at: str = "20261124101500-0600", filler: str = "F1") -> bytes:
    return oru(LINE.format(value, status), control=control, status=status, at=at, filler=filler)


def test_the_same_message_over_two_connections_at_once_is_kept_once_and_answered_twice(
    world: str, ports: tuple[int, int]
) -> None:
    for number in range(ROUNDS):
        data = said("5.9", "F", f"M{number}", filler=f"F{number}")
        answers = at_once(world, 4, lambda hand, data=data: speak("127.0.0.1", ports[hand % 2], data, 20.0))  # type: ignore[misc]
        assert len({one for one in answers if isinstance(one, bytes)}) == 1, "all are answered, and alike"
        told = [read_ack(read_message(one)) for one in answers if isinstance(one, bytes)]
        assert [(one.code, one.control_id) for one in told] == [("AA", f"M{number}")] * 4
    assert LabMessage.objects.count() == ROUNDS
    at_once(world, 2, lambda _: file_waiting(actor=PROGRAM))
    assert (LabReport.objects.count(), LabResult.objects.count()) == (ROUNDS, ROUNDS)
    assert (work("lab-unmatched"), work("lab-refused")) == ([], [])


def test_two_contents_under_one_number_at_once_one_is_taken_and_one_refused(world: str, ports: tuple[int, int]) -> None:
    for number in range(ROUNDS):
        two = [said(value, "F", f"M{number}", filler=f"F{number}") for value in ("5.9", "6.1")]
        answers = at_once(world, 2, lambda hand, two=two: speak("127.0.0.1", ports[hand], two[hand], 20.0))  # type: ignore[misc]
        told = sorted(read_ack(read_message(one)).code for one in answers if isinstance(one, bytes))
        assert told == ["AA", "AR"]
    states = list(LabMessage.objects.values_list("state", flat=True))
    assert (states.count("waits"), states.count("refused")) == (ROUNDS, ROUNDS)


@pytest.mark.parametrize("at", [("20261124111500-0600", "20261124121500-0600"), ("20261124111500-0600",) * 2])
def test_two_workers_at_once_apply_each_correction_once_and_the_last_stands(world: str, at: tuple[str, str]) -> None:
    for number in range(ROUNDS):
        filler = f"F{number}"
        take(
            said("5.0", "P", f"A{number}", filler=filler), said("5.9", "F", f"B{number}", filler=filler),
            said("6.1", "C", f"C{number}", at[0], filler), said("6.4", "C", f"D{number}", at[1], filler), filed=False,
        )  # fmt: skip
        assert at_once(world, 2, lambda _: file_waiting(actor=PROGRAM)) is not None
        rows = LabResult.objects.filter(report__filler=filler).order_by("id")
        assert [row.value for row in rows] == ["5.0", "5.9", "6.1", "6.4"]
        assert [row.replaced_by_id is None for row in rows] == [False, False, False, True]
    assert set(LabMessage.objects.values_list("state", flat=True)) == {"filed"}


def test_two_corrections_at_one_instant_in_any_order_leave_the_later_standing(world: str) -> None:
    for number in range(ROUNDS):
        filler = f"F{number}"
        take(said("5.9", "F", f"A{number}", filler=filler))
        take(
            said("6.1", "C", f"B{number}", "20261124111500-0600", filler),
            said("6.4", "C", f"C{number}", "20261124121500-0600", filler), filed=False,
        )  # fmt: skip
        two = list(LabMessage.objects.filter(state="waits").order_by("came_at", "id").values_list("id", flat=True))
        at_once(world, 2, lambda hand, two=two: file_message(actor=PROGRAM, message_id=two[hand]))  # type: ignore[misc]
        rows = LabResult.objects.filter(report__filler=filler)
        assert sorted(row.value for row in rows) == ["5.9", "6.1", "6.4"]
        assert [row.value for row in rows if row.replaced_by_id is None] == ["6.4"]


def test_a_first_result_of_two_workers_at_once_is_one_report(world: str) -> None:
    for number in range(ROUNDS):
        filler = f"F{number}"
        later = said("5.9", "F", f"B{number}", "20261124111500-0600", filler)
        take(said("5.0", "P", f"A{number}", filler=filler), later, filed=False)
        two = list(LabMessage.objects.filter(state="waits").order_by("came_at", "id").values_list("id", flat=True))
        at_once(world, 2, lambda hand, two=two: file_message(actor=PROGRAM, message_id=two[hand]))  # type: ignore[misc]
        assert LabReport.objects.filter(filler=filler).count() == 1
        standing = LabResult.objects.filter(report__filler=filler, replaced_by=None)
        assert [row.value for row in standing] == ["5.9"]


def test_a_worker_that_is_cut_off_midway_leaves_nothing_and_the_other_applies_both(
    world: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(said("5.9", "F", "A"))
    take(said("6.1", "C", "B", "20261124111500-0600"), said("6.4", "C", "C", "20261124121500-0600"), filed=False)
    first, begun = Event(), Barrier(2)

    def cut(fact: object, *, subject: UUID) -> None:
        if not first.is_set():
            first.set()
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")
        publish(fact, subject=subject)

    monkeypatch.setattr(filing, "publish", cut)

    def work_on(_: int) -> int:
        begun.wait(20)
        return file_waiting(actor=PROGRAM)

    at_once(world, 2, work_on)
    file_waiting(actor=PROGRAM)
    assert versions("Potassium") == [("5.9", "F", False), ("6.1", "C", False), ("6.4", "C", True)]
    assert set(LabMessage.objects.values_list("state", flat=True)) == {"filed"}
    assert work("lab-unmatched") == []
