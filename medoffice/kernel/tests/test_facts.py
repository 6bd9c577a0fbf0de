"""Facts: told after the change is committed, in order per subject, again after a failure, in the open if given up."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Event
from uuid import UUID, uuid4

import pytest
from django.db import connection, connections, transaction

from medoffice.kernel import clock, facts, jobs
from medoffice.kernel.facts import Delivery
from medoffice.kernel.models import OutboxFact
from medoffice.kernel.postgres import cluster
from medoffice.kernel.registries import Registry
from medoffice.kernel.worlds import current

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@dataclass(frozen=True, slots=True)
class Arrived:
    """A patient has arrived."""

    number: int


class Listener:
    """Notes what it hears; does not understand some numbers."""

    def __init__(self) -> None:
        self.heard: list[int] = []
        self.deaf_to: set[int] = set()

    def __call__(self, delivery: Delivery) -> None:
        if delivery.fact.number in self.deaf_to:
            raise ValueError("Amina Quist")
        self.heard.append(delivery.fact.number)


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    monkeypatch.setattr(facts, "_types", Registry("fact"))
    monkeypatch.setattr(facts, "_listeners", {})
    made = Listener()
    facts.fact(Arrived)
    facts.listen(Arrived, made)
    with clock.frozen(NOON):
        yield made


def publish(*numbers: int, subject: UUID | None = None) -> UUID:
    about = subject or uuid4()
    for number in numbers:
        facts.publish(Arrived(number), subject=about)
    return about


def test_a_fact_exists_exactly_when_its_change_does(listener: Listener) -> None:
    with transaction.atomic():
        publish(1)
        transaction.set_rollback(True)
    assert not facts.waiting()
    publish(2)
    assert facts.waiting()
    assert facts.deliver() == 1
    assert listener.heard == [2]
    assert not facts.waiting()


def test_an_undeclared_fact_is_a_bug(listener: Listener) -> None:
    with pytest.raises(TypeError, match="not declared"):
        facts.publish(listener, subject=uuid4())


def test_a_failure_holds_up_its_subject_and_no_other(listener: Listener) -> None:
    listener.deaf_to = {2}
    quist = publish(1, 2, 3)
    publish(4)
    assert facts.deliver() == 2
    assert listener.heard == [1, 4]
    assert not facts.waiting()
    publish(5, subject=quist)
    assert not facts.waiting()
    assert facts.deliver() == 0
    listener.deaf_to = set()
    clock.advance(timedelta(seconds=15))
    assert facts.deliver() == 3
    assert listener.heard == [1, 4, 2, 3, 5]


def test_a_fact_is_given_up_after_its_tries_told_of_and_can_be_taken_up(listener: Listener) -> None:
    listener.deaf_to = {1}
    publish(1, 2)
    tries = 0
    while not facts.troubles():
        assert facts.deliver() == 0
        tries += 1
        clock.advance(timedelta(hours=1))
    assert tries == facts.MAX_ATTEMPTS
    (trouble,) = facts.troubles()
    assert "Arrived of 03/02/2026" in trouble.words
    assert "8 tries: ValueError in medoffice/kernel/tests/test_facts.py" in trouble.words
    assert "Quist" not in trouble.words
    assert facts.deliver() == 1
    assert listener.heard == [2]
    listener.deaf_to = set()
    assert jobs.try_again() == 1
    facts.deliver()
    assert listener.heard == [2, 1]
    assert facts.troubles() == []


def test_what_a_listener_did_before_another_failed_is_undone(listener: Listener) -> None:
    second = uuid4()

    def fail(delivery: Delivery) -> None:
        publish(delivery.fact.number + 1, subject=second)
        raise ValueError

    facts.listen(Arrived, fail)
    publish(1)
    facts.deliver()
    assert listener.heard == [1]
    assert not OutboxFact.objects.filter(subject=second).exists()


@pytest.mark.usefixtures("listener")
def test_two_who_deliver_at_once_keep_the_order_and_tell_once(fresh_world: str) -> None:
    heard, inside, go = [], Event(), Event()

    def slow(delivery: Delivery) -> None:
        if delivery.fact.number == 1:
            inside.set()
            assert go.wait(30)
        heard.append(delivery.fact.number)

    def deliver() -> None:
        with current.use(fresh_world):
            try:
                facts.deliver()
            finally:
                connections.close_all()

    def stands_in_line() -> bool:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
            return bool(cursor.fetchone()[0])

    with current.use(fresh_world), ThreadPoolExecutor(2) as pool:
        facts._listeners["Arrived"] = [slow]
        publish(1, 2)
        first = pool.submit(deliver)
        assert inside.wait(30)
        second = pool.submit(deliver)
        cluster.wait(lambda: second.done() or stands_in_line(), 30, "the second")
        assert heard == []
        go.set()
        first.result()
        second.result()
    assert heard == [1, 2]


def test_the_programs_own_job_delivers_them_and_what_they_cause(listener: Listener) -> None:
    def go_on(delivery: Delivery) -> None:
        if delivery.fact.number < 3:
            publish(delivery.fact.number + 1)

    facts.listen(Arrived, go_on)
    publish(1)
    jobs.run_due()
    assert listener.heard == [1, 2, 3]
    assert not facts.waiting()
