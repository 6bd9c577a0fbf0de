"""Jobs: deferred with the transaction, run in their world, tried again, given up in the open; due by its clock."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import psycopg
import pytest
from django.db import connection, transaction

from medoffice.kernel import clock, job_queue, jobs, schedules
from medoffice.kernel.models import ScheduledRun
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.registries import Registry
from medoffice.kernel.retries import Retry, in_short
from medoffice.kernel.schedules import Schedule, daily, every, whenever
from medoffice.kernel.worlds import catalog, current

MONDAY = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
TWICE, ONCE = Retry(2, first=MINUTE), Retry(1, first=MINUTE)
Declare = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def _no_other_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "jobs", Registry("job"))
    monkeypatch.setattr(schedules, "_zone", [lambda: ZoneInfo("America/Chicago")])


@pytest.fixture
def noon(db: None) -> Iterator[None]:  # noqa: ARG001 - the clock is a row of the world
    with clock.frozen(MONDAY):
        yield


def declare(name: str, *, fails: int = 0, retry: Retry = TWICE, due: Schedule | None = None) -> list[str]:
    """A job that notes the world and hour it ran in, after failing so many times."""
    ran, left = [], [fails]

    def act() -> None:
        if left[0]:
            left[0] -= 1
            raise KeyError("Amina Quist")
        ran.append(f"{current.name()} {clock.now():%a %H}")

    jobs.job(name, retry=retry, due=due)(act)
    return ran


def codes() -> list[str]:
    return [finding.code for finding in jobs.troubles()]


def sql(statement: str, *values: object) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)  # type: ignore[arg-type] # values of any column
        return list(cursor.fetchall()) if cursor.description else []


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_a_deferred_job_is_rolled_back_with_its_transaction() -> None:
    ran = declare("send")
    with transaction.atomic():
        jobs.defer("send")
        transaction.set_rollback(True)
    assert jobs.run_due() == 0
    with transaction.atomic():
        jobs.defer("send")
    assert jobs.run_due() == 1
    assert len(ran) == 1
    assert jobs.run_due() == 0


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_only_declared_jobs_with_their_arguments_are_deferred() -> None:
    told: list[str] = []

    def tell(to: str) -> None:
        told.append(to)

    jobs.job("tell", retry=ONCE)(tell)
    with pytest.raises(KeyError):
        jobs.defer("no-such")
    with pytest.raises(TypeError):
        jobs.defer("tell", too="Ruiz")
    jobs.defer("tell", to="Ruiz")
    jobs.run_due()
    assert told == ["Ruiz"]
    with pytest.raises(TypeError, match="no arguments"):
        jobs.job("tell-hourly", retry=ONCE, due=every(hours=1))(tell)


def test_a_job_runs_in_the_world_it_was_deferred_in(fresh_world: str) -> None:
    twin = f"{fresh_world}-twin"
    catalog.clone(fresh_world, twin, "training")
    try:
        ran = declare("send")
        with current.use(twin):
            jobs.defer("send")
        assert jobs.run_due() == 0
        with current.use(twin):
            assert jobs.run_due() == 1
        assert [line.split()[0] for line in ran] == [twin]
    finally:
        catalog.drop(twin)


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_a_failed_job_waits_is_tried_again_and_then_given_up_in_the_open() -> None:
    ran = declare("send", fails=2)
    jobs.defer("send")
    assert jobs.run_due() == 1
    assert codes() == ["job-retried"]
    assert jobs.run_due() == 0
    clock.advance(MINUTE)
    assert jobs.run_due() == 1
    clock.advance(24 * HOUR)
    assert jobs.run_due() == 0
    (trouble,) = jobs.troubles()
    assert trouble.code == "job-failed"
    assert "2 tries: KeyError in medoffice/kernel/tests/test_jobs.py" in trouble.words
    assert "Quist" not in trouble.words
    assert ran == []
    assert jobs.try_again() == 1
    assert jobs.run_due() == 1
    assert len(ran) == 1
    assert codes() == []


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_a_job_may_be_tried_again_at_once() -> None:
    ran = declare("send", fails=2, retry=Retry(3, first=timedelta(0)))
    jobs.defer("send")
    assert jobs.run_due() == 3
    assert len(ran) == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_a_job_that_ends_well_settles_what_was_given_up_with_the_same_arguments() -> None:
    fails = {"837P-1": 1, "837P-2": 1}

    def send(name: str) -> None:
        fails[name] -= 1
        if fails[name] >= 0:
            raise Refusal("door-shut", "The clearinghouse does not answer.")

    jobs.job("send", retry=ONCE)(send)
    for name in fails:
        jobs.defer("send", name=name)
    jobs.run_due()
    assert [finding.words for finding in jobs.troubles()] == [
        "send was given up after 1 tries: The clearinghouse does not answer. (door-shut)."
    ] * 2
    jobs.defer("send", name="837P-2")
    jobs.run_due()
    assert codes() == ["job-failed"]
    assert sql("SELECT args -> 'with' ->> 'name' FROM procrastinate_jobs") == [("837P-1",)]


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_jobs_of_one_name_run_in_order_and_do_not_overtake_one_that_waits() -> None:
    order: list[int] = []

    def send(number: int) -> None:
        order.append(number)
        if order == [1]:
            raise TimeoutError

    jobs.job("send", retry=TWICE)(send)
    jobs.job("side", retry=TWICE, alone=False)(lambda: order.append(0))
    jobs.defer("send", number=1)
    jobs.defer("send", number=2)
    jobs.defer("side")
    jobs.run_due()
    assert order == [1, 0]
    clock.advance(MINUTE)
    jobs.run_due()
    assert order == [1, 0, 1, 2]


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_a_job_this_program_does_not_know_stays_and_is_told() -> None:
    declare("gone")
    jobs.defer("gone")
    jobs.jobs = Registry("job")
    jobs.run_due()
    (trouble,) = jobs.troubles()
    assert (trouble.code, trouble.where) == ("job-failed", "gone")
    assert "no such job" in trouble.words


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_a_job_whose_program_died_is_tried_again_and_given_up_if_it_kills_each_time() -> None:
    ran = declare("send")
    jobs.defer("send")
    sql("UPDATE procrastinate_jobs SET status = 'doing'")
    assert codes() == ["job-cut-off"]
    assert jobs.run_due() == 0
    assert codes() == ["job-retried"]
    clock.advance(MINUTE)
    sql("UPDATE procrastinate_jobs SET status = 'doing'")
    jobs.run_due()
    assert codes() == ["job-failed"]
    assert ran == []
    jobs.try_again()
    jobs.run_due()
    assert len(ran) == 1


def test_a_job_another_program_holds_is_left_alone(fresh_world: str) -> None:
    declare("send")
    jobs.defer("send")
    ((number,),) = sql("UPDATE procrastinate_jobs SET status = 'doing' RETURNING id")
    settings = connection.get_connection_params()
    settings.pop("cursor_factory", None), settings.pop("context", None)
    with psycopg.connect(**settings, autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(%s, %s)", [0x4A4F4253, number])
        assert jobs.run_due() == 0
        assert job_queue.take_over(int(str(number))) is None
        assert codes() == []
        assert sql("SELECT status::text, attempts FROM procrastinate_jobs") == [("doing", 0)]
    assert current.name() == fresh_world
    while codes() == []:  # the server ends the other session in its own time
        pass
    assert codes() == ["job-cut-off"]


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_missed_nights_are_made_up_for_once() -> None:
    ran = declare("prove", due=daily("01:30"))
    assert jobs.run_due() == 0
    clock.advance(13 * HOUR)  # 19:00 in Chicago
    assert jobs.run_due() == 0
    clock.advance(7 * HOUR)
    assert jobs.run_due() == 1
    assert jobs.run_due() == 0
    clock.advance(48 * HOUR)
    assert jobs.run_due() == 1
    clock.advance(23 * HOUR)
    assert jobs.run_due() == 0
    clock.advance(HOUR)
    assert jobs.run_due() == 1
    assert [line.split(maxsplit=1)[1] for line in ran] == ["Tue 08", "Thu 08", "Fri 08"]


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_a_clock_that_goes_back_does_not_stop_the_duties() -> None:
    nightly, often = declare("prove", due=daily("01:30")), declare("fetch", due=every(minutes=1))
    clock.freeze(MONDAY + 365 * 24 * HOUR)
    jobs.run_due()
    clock.freeze(MONDAY)
    jobs.run_due()
    assert len(often) == 2
    clock.advance(24 * HOUR)
    jobs.run_due()
    assert (len(nightly), len(often)) == (1, 3)


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_every_so_often_starts_at_once_and_runs_on_by_the_worlds_clock() -> None:
    ran = declare("fetch", due=every(minutes=5))
    for minutes in (0, 4, 1, 60):
        clock.advance(minutes * MINUTE)
        jobs.run_due()
    assert len(ran) == 3
    assert sql("SELECT count(*) FROM procrastinate_jobs") == [(0,)]


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_a_scheduled_job_that_fails_is_one_row_and_taken_up_when_next_due() -> None:
    ran = declare("fetch", fails=3, retry=ONCE, due=every(hours=1))
    for _ in range(3):
        jobs.run_due()
        jobs.run_due()
        assert codes() == ["job-failed"]
        clock.advance(HOUR)
    jobs.run_due()
    assert len(ran) == 1
    assert codes() == []
    assert ScheduledRun.objects.get(name="fetch").at == MONDAY + 3 * HOUR


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_whenever_something_waits_until_nothing_does() -> None:
    waiting = [1, 2, 3]

    def work() -> None:
        if waiting[-1] == 2 and clock.now() == MONDAY:
            raise OSError("disk full")
        waiting.pop()

    jobs.job("sort", retry=ONCE, due=whenever(lambda: bool(waiting)))(work)
    assert jobs.run_due() == 2
    assert jobs.run_due() == 0
    clock.advance(HOUR)
    assert jobs.run_due() == 2
    assert waiting == []
    assert not ScheduledRun.objects.exists()


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_work_that_never_ends_does_not_hold_up_the_caller() -> None:
    ran: list[int] = []
    jobs.job("spin", retry=ONCE, due=whenever(lambda: True))(lambda: ran.append(1))
    assert jobs.run_due() == jobs.ROUNDS
    assert len(ran) == jobs.ROUNDS


@pytest.mark.django_db
@pytest.mark.usefixtures("noon")
def test_nothing_new_is_begun_when_told_to_end() -> None:
    ran = declare("send")
    jobs.defer("send")
    jobs.defer("send")
    assert jobs.run_due(lambda: not ran) == 1
    assert len(ran) == 1


def test_a_copy_of_a_world_has_none_of_its_jobs(fresh_world: str) -> None:
    declare("send", fails=1, retry=ONCE)
    declare("fetch", due=every(hours=1))
    jobs.defer("send")
    jobs.run_due()
    jobs.defer("send")
    copy = f"{fresh_world}-copy"
    catalog.clone(fresh_world, copy, "training")
    try:
        with current.use(copy):
            assert sql("SELECT count(*) FROM procrastinate_jobs") == [(0,)]
            assert jobs.try_again() == 0
            assert ScheduledRun.objects.filter(name="fetch").exists()
        assert sql("SELECT count(*) FROM procrastinate_jobs") == [(2,)]
    finally:
        catalog.drop(copy)


def test_waits_double_up_to_the_longest() -> None:
    retry = Retry(6, first=MINUTE, longest=5 * MINUTE)
    assert [retry.wait_after(n) for n in range(1, 7)] == [MINUTE, 2 * MINUTE, 4 * MINUTE, 5 * MINUTE, 5 * MINUTE, None]
    assert Retry(3, first=2 * HOUR).wait_after(1) == HOUR


def test_an_error_is_told_without_what_was_typed() -> None:
    with pytest.raises(KeyError) as caught:
        ZoneInfo("Quist/Amina")
    assert in_short(caught.value).startswith("ZoneInfoNotFoundError in medoffice/kernel/tests/test_jobs.py:")
    assert in_short(ValueError("Quist")) == "ValueError"
