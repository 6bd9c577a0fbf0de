"""Jobs: work nobody waits for. A room's ``jobs.py`` declares them, one line each into an action.

    @job("claims.transmit", retry=Retry(10, first=timedelta(minutes=1)))
    def transmit() -> None:
        transmit_files(actor=PROGRAM)

``defer("claims.transmit")`` puts it in the queue in the caller's transaction, rolled back with it. With ``due`` it is
also due by itself: ``every``, ``daily``, ``whenever`` (schedules.py), by the clock of the world. ``run_due`` runs what
is due in the current world, here and now; the worker, the played day and the tests all use it, there is no other way.

A job runs at least once: a program may die after the work and before the mark. So every job is idempotent, which
actions are by their keys and states. A failed job is tried again as its ``retry`` says, then given up: it stays, and
``troubles`` tells of it until it ends well. A scheduled one is taken up again when it is next due.
"""

import inspect
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from medoffice.kernel import clock, facts, files, job_queue, read_only
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.job_queue import Standing, Taken
from medoffice.kernel.models import ScheduledRun
from medoffice.kernel.reading import asked_once
from medoffice.kernel.registries import Registry
from medoffice.kernel.retries import Retry, in_short, still_waits
from medoffice.kernel.schedules import Schedule, daily, whenever
from medoffice.kernel.worlds import current

log = logging.getLogger(__name__)
REST, LATE = timedelta(hours=1), timedelta(minutes=15)
ROUNDS = 50  # looks at the schedules in one run: a job that never leaves nothing waiting must not hold up the others
_START = "Start the office (medoffice run); its worker takes it up."
DEFERRED = "procrastinate_any_queue_v1"  # what the queue's trigger says at the commit of a deferred job
Value = str | int | bool | None


@dataclass(frozen=True, slots=True)
class Job:
    """A declared job."""

    name: str
    act: Callable[..., None]
    retry: Retry
    due: Schedule | None
    alone: bool


jobs: Registry[Job] = Registry("job")


def job(
    name: str, *, retry: Retry, due: Schedule | None = None, alone: bool = True
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a job. Unless ``alone=False``, one of this name runs at a time, in the order they were deferred."""

    def declare(act: Callable[..., None]) -> Callable[..., None]:
        if due is not None and inspect.signature(act).parameters:
            raise TypeError(f"{name}: a job that is due by itself takes no arguments")
        jobs.register(name, Job(name, act, retry, due, alone))
        return act

    return declare


def defer(name: str, /, **given: Value) -> None:
    """Have a job done soon, in the caller's transaction. Raises KeyError if no room declared it."""
    inspect.signature(jobs[name].act).bind(**given)
    job_queue.put(name, given, alone=jobs[name].alone)


def run_due(go_on: Callable[[], bool] = lambda: True) -> int:
    """Run what is due in the current world until nothing is, or ``go_on`` says no; returns how many jobs were run.

    Nothing is run while the office is read-only.
    """
    current.forget_facts()  # another program may have moved the clock
    ran = rounds = 0
    while go_on() and not read_only.why():
        taken = job_queue.take(clock.now())
        if taken is not None:
            ran += 1
            _run(taken)
        elif rounds < ROUNDS and _tick():
            rounds += 1
        else:
            break
    return ran


def troubles() -> list[Finding]:
    """The jobs of the current world that do not go well: given up, failing, cut off, or not taken up by a worker."""
    found = [_trouble(row) for row in job_queue.standing() if row.failures or row.cut_off]
    waiting = job_queue.waiting_since(clock.now() - LATE, clock.real_now() - LATE)
    if waiting:
        words = f"{waiting} jobs are due for over {LATE.seconds // 60} minutes. {_START}"
        found.append(Finding("jobs-wait", "jobs", words, Severity.WARNING))
    return found


def try_again() -> int:
    """Let everything that was given up run again, jobs and facts; returns how many."""
    return job_queue.take_up() + facts.take_up()


def _run(taken: Taken) -> None:
    """Run a job this session holds, and mark how it ended."""
    declared = jobs.get(taken.name)
    if declared is None:
        _failed(taken, "this program has no such job", None)
        return
    try:
        declared.act(**taken.given)
    except Exception as error:  # noqa: BLE001 - one job's failure must not stop the others; it is kept and told
        _failed(taken, in_short(error), declared.retry)
    else:
        job_queue.done(taken)


def _failed(taken: Taken, error: str, retry: Retry | None) -> None:
    wait = retry.wait_after(taken.failures + 1) if retry else None
    given_up = wait is None
    log.error("job %s failed, %s: %s", taken.name, "is given up" if given_up else "is tried again", error)
    job_queue.failed(taken, error, again_at=clock.now() + (REST if wait is None else wait), given_up=given_up)


def _tick() -> int:
    """Put in the queue what is due by itself, and what was cut off; returns how many. The office is looked up once."""
    with transaction.atomic(), asked_once():
        if not job_queue.may_tick():
            return 0
        now, rows = clock.now(), job_queue.standing()
        put = sum(_take_back(row) for row in rows if row.cut_off)
        last = dict(ScheduledRun.objects.values_list("name", "at"))
        scheduled = {row.name: row for row in rows if row.scheduled}
        for declared in jobs.values():
            put += _look(declared, now, last.get(declared.name), scheduled.get(declared.name))
    return put


def _look(declared: Job, now: datetime, last: datetime | None, standing: Standing | None) -> bool:
    """Defer a job if it is due; whether it was."""
    if declared.due is None or (standing and standing.status in ("todo", "doing")):
        return False
    last = last if last and last <= now else None
    due = declared.due.is_due(now, last)
    if declared.due.timed and (due or last is None):
        ScheduledRun.objects.update_or_create(name=declared.name, defaults={"at": now})
    if not due or (standing and not declared.due.timed and still_waits(standing.not_before, now)):
        return False
    if standing:
        job_queue.take_up(standing.id)
    else:
        job_queue.put(declared.name, {}, alone=declared.alone, scheduled=True)
    return True


def _take_back(row: Standing) -> bool:
    """A job whose program died has failed like any other: one that kills its program is given up in the end."""
    taken = job_queue.take_over(row.id)
    if taken is None:
        return False
    declared = jobs.get(taken.name)
    _failed(taken, "the program ended while it ran", declared.retry if declared else None)
    return True


def _trouble(row: Standing) -> Finding:
    if row.status == "failed":
        words = f"{row.name} was given up after {row.failures} tries: {row.error}."
        return Finding("job-failed", row.name, words)
    if row.status == "doing":
        words = f"{row.name} was cut off when its program ended. {_START}"
        return Finding("job-cut-off", row.name, words, Severity.WARNING)
    words = f"{row.name} failed {row.failures} times and is tried again: {row.error}."
    return Finding("job-retried", row.name, words, Severity.WARNING)


@job("kernel.facts", retry=Retry(10, first=timedelta(seconds=5)), due=whenever(facts.waiting))
def deliver_facts() -> None:
    """Tell the listeners what has happened; each fact has tries of its own."""
    facts.deliver()


@job("kernel.files", retry=Retry(3, first=timedelta(minutes=5)), due=daily("03:30"))
def sweep_files() -> None:
    """Drop the files that acts left which were cut off."""
    files.sweep()
