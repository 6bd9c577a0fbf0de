"""Each check of the kernel holds in a sound world and finds the fault that is planted for it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection

from medoffice.kernel import checks, clock, files, own_checks
from medoffice.kernel.checks import Checked
from medoffice.kernel.facts import MAX_ATTEMPTS
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.models import OutboxFact, StoredFile
from medoffice.kernel.postgres import durability
from medoffice.kernel.registries import Registry

pytestmark = pytest.mark.django_db


def _only(found: list[Checked]) -> Checked:
    assert len(found) == 1
    return found[0]


def _codes(found: list[Checked]) -> list[str]:
    return [finding.code for finding in _only(found).findings]


def test_everything_holds_in_a_new_world() -> None:
    for check in (own_checks.schema, own_checks.rights, own_checks.durable, own_checks.outbox, own_checks.jobs):
        assert _only(check()).findings == (), check.__name__


def test_given_up_facts_fail_and_late_ones_warn() -> None:
    now = clock.now()
    row = OutboxFact.objects.create(
        kind="Seen", subject=uuid4(), body={}, published_at=now, attempts=MAX_ATTEMPTS, last_error="KeyError: x"
    )
    found = _only(own_checks.outbox())
    assert not found.ok
    assert "KeyError: x" in found.findings[0].words
    OutboxFact.objects.filter(id=row.id).update(attempts=0)
    assert own_checks.outbox()[0].findings == ()
    OutboxFact.objects.filter(id=row.id).update(published_at=now - own_checks.LATE - timedelta(seconds=1))
    found = _only(own_checks.outbox())
    assert found.ok
    assert [finding.severity for finding in found.findings] == [Severity.WARNING]


def test_thousands_of_the_same_are_counted_and_twenty_shown() -> None:
    fact = {"kind": "Seen", "body": {}, "published_at": clock.now(), "attempts": MAX_ATTEMPTS}
    OutboxFact.objects.bulk_create(OutboxFact(subject=uuid4(), **fact) for _ in range(30))
    found = _only(own_checks.outbox())
    assert len(found.findings) == 21
    assert found.findings[-1].words == "and 10 more of the same."
    assert found.found == "30 waiting, 0 of them late, 30 given up"


def test_a_stored_file_that_is_gone_altered_or_of_another_size() -> None:
    digests = [files.store(text, "text/plain") for text in (b"gone", b"altered", b"longer", b"sound")]
    assert own_checks.stored_files()[0].findings == ()
    paths = [files.folder() / digest[:2] / digest for digest in digests]
    paths[0].unlink()
    whole = paths[1].read_bytes()
    paths[1].write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    StoredFile.objects.filter(sha256=digests[2]).update(size=99)
    try:
        found = _only(own_checks.stored_files())
    finally:
        for path in paths:
            path.unlink(missing_ok=True)
    assert {finding.where for finding in found.findings} == set(digests[:3])
    assert found.found.startswith("4 files,")


def _job(status: str, *, minutes_ago: int = 60, failures: int = 0) -> None:
    at = clock.now() - timedelta(minutes=minutes_ago)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, scheduled_at, attempts, args)"
            """ VALUES ('q', 'claims.send', %s, %s, %s, '{"with": {}, "error": "the door is shut"}')""",
            [status, at, failures],
        )


def test_a_job_that_was_given_up_fails_and_one_tried_again_warns() -> None:
    _job("todo", minutes_ago=-5, failures=1)
    found = _only(own_checks.jobs())
    assert found.ok
    assert [finding.code for finding in found.findings] == ["job-retried"]
    _job("failed", failures=5)
    found = _only(own_checks.jobs())
    assert not found.ok
    assert "5 tries: the door is shut" in found.findings[1].words
    assert found.found == "1 failed, 1 todo"


def test_a_job_whose_program_is_gone_and_one_that_is_due_for_long_warn() -> None:
    _job("doing")
    assert _codes(own_checks.jobs()) == ["job-cut-off"]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'succeeded'")
    _job("todo", minutes_ago=5)
    assert _codes(own_checks.jobs()) == []
    _job("todo", minutes_ago=50)
    assert _codes(own_checks.jobs()) == ["jobs-wait"]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = NULL")
        cursor.execute("UPDATE procrastinate_events SET at = %s", [clock.real_now() - timedelta(minutes=50)])
    (waits,) = own_checks.jobs()[0].findings
    assert waits.words.startswith("2 jobs are due for over 15 minutes.")


def test_relaxed_durability_is_found() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL {durability.THROW_AWAY} = 'off'")
    assert {finding.where for finding in own_checks.durable()[0].findings} == {
        "fsync",
        "synchronous_commit",
        "full_page_writes",
    }


def test_a_check_that_breaks_is_a_failed_check_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks() -> list[Checked]:
        raise ZeroDivisionError

    registry: Registry[checks.Registered] = Registry("check")
    monkeypatch.setattr(checks, "checks", registry)
    checks.register_check("breaks", breaks)
    checks.register_check("sound", lambda: [Checked("sound", "it is", "yes")])
    checks.register_check("elsewhere", breaks, of_world=False)
    found = list(checks.run_checks(of_world=True))
    assert [(one.key, one.ok) for one in found] == [("breaks", False), ("sound", True)]
    assert "ZeroDivisionError" in found[0].findings[0].words


def test_a_warning_does_not_fail_a_check() -> None:
    assert Checked("k", "l", "f", (Finding("c", "w", "words", Severity.WARNING),)).ok
    assert not Checked("k", "l", "f", (Finding("c", "w", "words"),)).ok
