"""The worker process: does what others ask, serves other worlds, ends when told, outlives its database and kills."""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event
from uuid import uuid4

import pytest
from django.conf import settings

from medoffice.config import worker
from medoffice.config.tests.worker_jobs import named_alike
from medoffice.kernel import clock, facts, job_queue, jobs
from medoffice.kernel.models import FirstResult, OutboxFact, ScheduledRun
from medoffice.kernel.postgres import cluster
from medoffice.kernel.postgres.server import Server
from medoffice.kernel.worlds import catalog, current
from medoffice.kernel.worlds.models import World
from medoffice.revenue.books.api import latest_proofs

PROGRAM = [sys.executable, "-m", "medoffice.config.tests.worker_jobs"]


@pytest.fixture(autouse=True)
def _own_worlds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker in this process serves the worlds of its test alone; worker_jobs does the same in another."""
    monkeypatch.setattr(catalog, "worlds_beside", named_alike(catalog.worlds_beside))


@pytest.fixture
def gate() -> Iterator[Path]:
    """While this file is there, a job of the test worker does not end."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder) / "gate"


@contextmanager
def working(world: str, gate: Path, **more: str) -> Iterator["subprocess.Popen[str]"]:
    environment = {**os.environ, "MEDOFFICE_WORLD": world, "MEDOFFICE_TEST_GATE": str(gate), **more}
    with subprocess.Popen(PROGRAM, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def publish() -> None:
    """A fact the worker of these tests knows, and nobody listens to."""
    OutboxFact.objects.create(kind="NobodyListens", subject=uuid4(), body={}, published_at=clock.now())


def ended() -> int:
    return OutboxFact.objects.filter(kind="Ended").count()


def standing() -> list[str]:
    """The test's jobs that are on their way."""
    return [row.name for row in job_queue.standing() if row.name == "test.once"]


def defer_once() -> None:
    job_queue.put("test.once", {"key": "a"}, alone=True)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["test", "practice"])
def test_every_job_of_the_house_runs_where_nothing_is_set_up_yet(kind: str) -> None:
    with clock.frozen(datetime(2026, 3, 2, 12, tzinfo=UTC)):
        World.objects.update(kind=kind)
        jobs.run_due()
        clock.advance(timedelta(days=1))
        jobs.run_due()
        assert jobs.troubles() == []
        timed = {job.name for job in jobs.jobs.values() if job.due and job.due.timed}
        assert set(ScheduledRun.objects.values_list("name", flat=True)) == timed
        assert latest_proofs()[1]


def test_it_does_what_another_process_asks_and_ends_when_told(fresh_world: str, gate: Path) -> None:
    with working(fresh_world, gate) as process:
        defer_once()
        cluster.wait(lambda: ended() == 1, 60, "the job")
        publish()
        cluster.wait(lambda: not facts.waiting(), 60, "the fact")
        cluster.wait(lambda: ScheduledRun.objects.filter(name="claims.fetch").exists(), 60, "the schedules")
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    assert jobs.troubles() == []


def test_told_to_end_it_lets_the_job_that_runs_end(fresh_world: str, gate: Path) -> None:
    gate.touch()
    with working(fresh_world, gate) as process:
        defer_once()
        defer_once()
        cluster.wait(FirstResult.objects.exists, 60, "the job's first step")
        process.send_signal(signal.SIGTERM)
        gate.unlink()
        assert process.wait(20) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert ended() in (1, 2)
    jobs.run_due(lambda: False)
    assert jobs.troubles() == []


def test_another_world_is_served_too_but_not_one_that_is_somebody_elses(fresh_world: str) -> None:
    twin = f"{fresh_world}-twin"
    for kind in ("training", "test"):
        catalog.clone(fresh_world, twin, kind)
        try:
            stop = _StopsAfter(1)
            worker._pump(fresh_world, stop)
            with current.use(twin):
                assert ScheduledRun.objects.filter(name="claims.fetch").exists() is (kind == "training")
        finally:
            catalog.drop(twin)


class _StopsAfter(Event):
    """An event that comes after so many waits."""

    def __init__(self, waits: int) -> None:
        super().__init__()
        self._left = waits

    def wait(self, timeout: float | None = None) -> bool:  # noqa: ARG002 - as in Event
        self._left -= 1
        return self._left < 0


def test_a_world_that_is_broken_does_not_stop_the_others(fresh_world: str, caplog: pytest.LogCaptureFixture) -> None:
    def break_down() -> None:
        raise ValueError("Amina Quist")

    worker._guarded(fresh_world, _StopsAfter(0), break_down)
    assert "ValueError in medoffice/config/tests/test_worker.py" in caplog.text
    assert "Quist" not in caplog.text
    worker._guarded("no-such", _StopsAfter(0), publish)
    assert "the database of no-such does not answer" in caplog.text


@pytest.mark.soak
def test_killed_in_the_middle_of_a_job_its_next_start_does_it_once(fresh_world: str, gate: Path) -> None:
    for kills in range(1, 4):
        gate.touch()
        defer_once()
        with working(fresh_world, gate) as process:
            cluster.wait(lambda: any(row.held for row in job_queue.standing()), 60, "the job's start")
            cluster.wait(FirstResult.objects.exists, 60, "the job's first step")
            process.kill()
            process.wait()
        cluster.wait(lambda: any(row.cut_off for row in job_queue.standing()), 60, "the server to notice")
        assert [finding.code for finding in jobs.troubles()] == ["job-cut-off"]
        gate.unlink()
        with working(fresh_world, gate):
            cluster.wait(lambda count=kills: ended() >= count and not standing(), 60, "the job's end")  # type: ignore[misc]
        assert FirstResult.objects.count() == 1
        assert ended() == kills


MAKE_WORLD = """
from medoffice.config.server import database
with database():
    from medoffice.kernel.worlds import catalog
    catalog.create("office", "training")
"""


@pytest.mark.soak
def test_it_goes_on_when_the_database_was_killed_and_came_back(gate: Path) -> None:
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as folder:
        data = Path(folder)
        data.chmod(0o755)
        alone = {"MEDOFFICE_DATA": folder}
        subprocess.run(
            [sys.executable, "-c", MAKE_WORLD], env={**os.environ, **alone, "MEDOFFICE_DB_HOST": ""}, check=True
        )
        with Server(data) as server, working("office", gate, **alone, MEDOFFICE_DB_HOST=str(server.socket)) as process:
            for number in range(1, 4):
                _ask(server, number)
                os.kill(server.pid(), signal.SIGKILL)
                cluster.wait(lambda: not server.alive(), 20, "the kill")
                server.restart()
                _ask(server, 10 * number)
            process.send_signal(signal.SIGTERM)
            assert process.wait(20) == 0


def _ask(server: Server, number: int) -> None:
    """Defer a job by plain SQL, and wait until it has left the queue."""

    def is_left() -> bool:
        with server.connect("w_office") as link:
            return link.execute("SELECT 1 FROM procrastinate_jobs WHERE task_name = 'test.once'").fetchone() is not None

    with server.connect("w_office") as link:
        link.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args)"
            " VALUES ('default', 'test.once', jsonb_build_object('with', jsonb_build_object('key', %s::text)))",
            [str(number)],
        )
    cluster.wait(lambda: not is_left(), 60, "the job")
