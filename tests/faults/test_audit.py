"""The audit trail at a million events: sealed in steps, verified in seconds, forged in the middle and found."""

import time
from collections.abc import Iterator

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel.worlds import current
from medoffice.security import audit
from medoffice.security.models import AuditSeal
from medoffice.security.types import PROGRAM, Act
from tests.figures import figure

pytestmark = pytest.mark.soak
EVENTS = 1_000_000
SECONDS = 10.0
# Rows as the actions make them: an actor of twenty, a word of seven, some detail, a subject each.
FILL = """
    INSERT INTO audit_event (id, at, actor_id, actor_name, word, outcome, purpose, object_kind, object_id, via, detail,
        request_id)
    SELECT uuidv7(interval '1 second' * (n / 100)), timestamptz '2026-01-05 13:00+00' + interval '1 second' * n,
        md5((n % 20)::text)::uuid, 'Person ' || n % 20, 'patients.read_' || n % 7, 'seen', 'operations', 'patient',
        md5(n::text)::uuid, '[]', jsonb_build_object('lines', n % 5, 'state', 'ready'), md5(n::text)
    FROM generate_series(1, {0}) n;
    INSERT INTO audit_subject (event_id, subject) SELECT id, object_id FROM audit_event WHERE object_kind = 'patient'
"""


@pytest.fixture(name="million")
def _million(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with django_db_blocker.unblock():
        with current.use(fresh_world, current.OWNER), connection.cursor() as cursor:
            cursor.execute(FILL.format(EVENTS))
            cursor.execute("ANALYZE")
        while audit.seal():
            pass
        yield fresh_world


def timed_verify() -> tuple[float, float]:
    """The seconds it took, and those of them this program computed."""
    began, computing = time.perf_counter(), time.process_time()
    verdict = audit.verify()
    took = time.perf_counter() - began, time.process_time() - computing
    assert (verdict.ok, verdict.unsealed) == (True, 0), verdict.words
    assert verdict.sealed >= EVENTS
    return took


def test_a_million_events_are_sealed_and_verified(million: str) -> None:
    took, computing = min(timed_verify() for _ in range(2))
    figure("audit verify", f"{EVENTS:,} events in {took:.1f} s, {computing:.1f} s of them ours", f"<= {SECONDS:.0f} s")
    audit.write(Act(PROGRAM, "patients.read"), "seen")
    began = time.perf_counter()
    assert audit.seal() == 1
    step = time.perf_counter() - began
    figure("audit seal beside them", f"{step * 1000:.0f} ms for one event", "<= 100 ms")
    middle = AuditSeal.objects.get(position=EVENTS // 2).event_id
    with current.use(million, current.OWNER), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER USER")
        cursor.execute("UPDATE audit_event SET at = at + interval '1 microsecond' WHERE id = %s", [middle])
    assert audit.verify().broken_at == middle
    assert took <= SECONDS
    assert step <= 0.1
