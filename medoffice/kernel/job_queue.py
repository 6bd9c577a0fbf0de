"""The queue of jobs in the current world: procrastinate's tables, the statements on them, and who holds which job.

Procrastinate defers (in the caller's transaction), notifies and keeps the history of what is not done; its worker is
not used, because it can neither work in a caller's transaction nor go by the clock of a world.

A running job is held by an advisory lock of the session that runs it. When that program dies the server frees the lock
at once, so a job that says ``doing`` and is held by nobody was cut off, and is tried again.

``args`` is an envelope: ``with`` holds the arguments, ``error`` the last failure in short.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import connection
from procrastinate.contrib.django import app

from medoffice.kernel.retries import FAR

_HELD, _TICKING = 0x4A4F4253, 0x5449434B  # "JOBS", "TICK"


@dataclass(frozen=True, slots=True)
class Taken:
    """A job this session holds: its id, its name, its arguments, and how often it has failed."""

    id: int
    name: str
    given: dict[str, Any]
    failures: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A job in the queue, as others see it; ``held`` is whether the program that runs it is alive."""

    id: int
    name: str
    status: str
    failures: int
    error: str
    not_before: datetime | None
    scheduled: bool
    held: bool

    @property
    def cut_off(self) -> bool:
        """Whether its program died while it ran."""
        return self.status == "doing" and not self.held


def put(name: str, given: dict[str, Any], *, alone: bool, scheduled: bool = False) -> None:
    """Put a job in the queue, in the caller's transaction; of a scheduled one at most one waits."""
    made = app.configure_task(
        name, allow_unknown=True, lock=name if alone else None, queueing_lock=name if scheduled else None
    )
    envelope: dict[str, Any] = {"with": given, "error": ""}
    made.defer(**envelope)


def take(now: datetime) -> Taken | None:
    """Hold the next job that may run, and mark it; None if there is none."""
    rows = _rows(
        "UPDATE procrastinate_jobs SET status = 'doing' WHERE id = ("
        " SELECT j.id FROM procrastinate_jobs j WHERE j.status = 'todo'"
        " AND (j.scheduled_at IS NULL OR j.scheduled_at <= %(now)s OR j.scheduled_at > %(far)s)"
        " AND (j.lock IS NULL OR NOT EXISTS (SELECT 1 FROM procrastinate_jobs o WHERE o.lock = j.lock"
        "   AND (o.status = 'doing' OR (o.status = 'todo' AND o.id < j.id))))"
        " ORDER BY j.priority DESC, j.id LIMIT 1 FOR UPDATE OF j SKIP LOCKED)"
        " RETURNING id, task_name, args, attempts, pg_advisory_lock(%(held)s, id::int)",
        now=now,
        far=now + FAR,
    )
    return _taken(rows[0]) if rows else None


def take_over(job_id: int) -> Taken | None:
    """Hold a job that was cut off; None if it is held or done after all."""
    rows = _rows(
        "UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %(id)s AND status = 'doing'"
        " RETURNING id, task_name, args, attempts, pg_try_advisory_lock(%(held)s, id::int)",
        id=job_id,
    )
    return _taken(rows[0]) if rows and rows[0][4] else None


def done(job: Taken) -> None:
    """A job that ended well leaves no row, nor one of the same name and arguments that was given up before."""
    _rows(
        "DELETE FROM procrastinate_jobs WHERE id = %(id)s"
        " OR (status = 'failed' AND task_name = %(name)s AND args -> 'with' = %(given)s::jsonb)"
        " RETURNING CASE id WHEN %(id)s THEN pg_advisory_unlock(%(held)s, id::int) END",
        id=job.id,
        name=job.name,
        given=json.dumps(job.given),
    )


def failed(job: Taken, error: str, *, again_at: datetime, given_up: bool) -> None:
    """Keep a failed job: to be tried again then, or given up (a schedule may take it up then)."""
    _rows(
        "UPDATE procrastinate_jobs SET status = %(status)s::procrastinate_job_status, attempts = attempts + 1,"
        " scheduled_at = %(again_at)s, args = jsonb_set(args, '{error}', %(error)s::jsonb)"
        " WHERE id = %(id)s RETURNING pg_advisory_unlock(%(held)s, id::int)",
        id=job.id,
        status="failed" if given_up else "todo",
        again_at=again_at,
        error=json.dumps(error),
    )


def take_up(job_id: int | None = None) -> int:
    """Let what was given up run again, with all its tries: one job, or all; returns how many."""
    rows = _rows(
        "UPDATE procrastinate_jobs SET status = 'todo', attempts = 0, scheduled_at = NULL"
        " WHERE status = 'failed' AND (%(id)s::bigint IS NULL OR id = %(id)s) RETURNING id",
        id=job_id,
    )
    return len(rows)


def standing() -> list[Standing]:
    """The jobs that are scheduled, run now, have failed or were given up; not those that just wait their turn."""
    rows = _rows(
        "SELECT j.id, j.task_name, j.status::text, j.attempts, j.args ->> 'error', j.scheduled_at,"
        " j.queueing_lock IS NOT NULL, EXISTS (SELECT 1 FROM pg_locks l"
        "   JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()"
        "   WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted AND l.classid = %(held)s::int::oid"
        "   AND l.objid = j.id::int::oid)"
        " FROM procrastinate_jobs j"
        " WHERE j.queueing_lock IS NOT NULL OR j.attempts > 0 OR j.status IN ('doing', 'failed') ORDER BY j.id"
    )
    return [Standing(*row) for row in rows]


def waiting_since(instant: datetime, real_instant: datetime) -> int:
    """How many jobs could have run since an instant; the machine's is for those the queue's own history dates."""
    rows = _rows(
        "SELECT count(*) FROM procrastinate_jobs j WHERE j.status = 'todo' AND CASE WHEN j.scheduled_at IS NULL"
        " THEN (SELECT max(e.at) FROM procrastinate_events e WHERE e.job_id = j.id) < %(real)s"
        " ELSE j.scheduled_at < %(instant)s END",
        real=real_instant,
        instant=instant,
    )
    return int(rows[0][0])


def may_tick() -> bool:
    """Whether this transaction is the only one that looks at schedules now."""
    return bool(_rows("SELECT pg_try_advisory_xact_lock(%(ticking)s)", ticking=_TICKING)[0][0])


def _taken(row: tuple[Any, ...]) -> Taken:
    envelope = json.loads(row[2]) if isinstance(row[2], str) else row[2]
    return Taken(row[0], row[1], envelope.get("with", {}), row[3])


def _rows(statement: str, **values: str | int | datetime | None) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, {"held": _HELD, **values})
        return list(cursor.fetchall())
