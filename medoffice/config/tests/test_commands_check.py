"""``medoffice check`` as a program calls it: a sound world passes, planted faults fail by name, stdout is JSON only."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from medoffice.config import own_checks
from medoffice.config.commands import check
from medoffice.config.tests.makers import answers, medoffice
from medoffice.kernel import certificates, clock
from medoffice.kernel import own_checks as kernel_checks
from medoffice.kernel.checks import Checked
from medoffice.kernel.facts import MAX_ATTEMPTS
from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.models import OutboxFact
from medoffice.kernel.worlds import current

NAMES = {"configuration", "codes", "schema", "rights", "durable", "files", "facts", "jobs", "audit", "work"}


@pytest.fixture(autouse=True)
def _open(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


def test_a_new_world_holds_and_says_what_was_looked_at(fresh_world: str) -> None:
    done = medoffice("check", "--world", fresh_world, "--json")
    found = answers(done)
    assert done.returncode == 0, done.stdout
    assert {one["check"] for one in found} >= NAMES | {"books.ledger-balances", "books.cash"}
    assert {one["world"] for one in found} == {None, fresh_world}
    assert all(one["ok"] and one["looks"] and one["found"] for one in found)
    assert "none failed" in done.stderr
    words = medoffice("check", "--world", fresh_world)
    assert words.returncode == 0
    assert len(words.stdout.splitlines()) == sum(1 + len(one["findings"]) for one in found)
    assert all(one["found"] in words.stdout for one in found)


def test_a_planted_fault_fails_by_name(fresh_world: str) -> None:
    OutboxFact.objects.create(
        kind="Seen", subject=uuid4(), body={}, published_at=clock.now(), attempts=MAX_ATTEMPTS, last_error="KeyError"
    )
    done = medoffice("check", "--world", fresh_world, "--json")
    assert done.returncode == 1
    failed = [one for one in answers(done) if not one["ok"]]
    assert [one["check"] for one in failed] == ["facts"]
    assert failed[0]["findings"][0]["severity"] == "error"
    assert "1 of them failed" in done.stderr


def test_rights_and_schema_are_read_from_the_database(fresh_world: str) -> None:
    with current.use(fresh_world, current.OWNER), connection.cursor() as cursor:
        cursor.execute("GRANT UPDATE (hash) ON audit_seal TO office_app")
        cursor.execute("DELETE FROM django_migrations WHERE app = 'kernel' AND name = '0001_initial'")
    assert [finding.where for finding in kernel_checks.rights()[0].findings] == ["audit_seal"]
    assert [finding.where for finding in kernel_checks.schema()[0].findings] == ["kernel.0001_initial"]


def test_what_only_warns_is_not_said_to_hold(capsys: pytest.CaptureFixture[str]) -> None:
    warning = Finding("late", "work", "3 items are overdue.", Severity.WARNING)
    for findings in ((), (warning,), (replace(warning, severity=Severity.ERROR),)):
        check._in_words("riverbend", Checked("work", "work is done", "3 open", findings))
    lines = [line for line in capsys.readouterr().out.splitlines() if "riverbend" in line]
    assert [line[:8] for line in lines] == ["holds   ", "look at ", "DOES NOT"]


def test_no_such_world_is_told_in_words() -> None:
    done = medoffice("check", "--world", "nowhere", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "There is no world nowhere." in done.stderr


def test_an_open_secret_and_debugging_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    path = settings.DATA_DIR / "secret.key"
    assert own_checks.configuration()[0].findings == ()
    path.chmod(0o640)
    monkeypatch.setattr(settings, "DEBUG", True)
    monkeypatch.setattr(settings, "ALLOWED_HOSTS", ["*"])
    try:
        codes = {finding.code for finding in own_checks.configuration()[0].findings}
    finally:
        path.chmod(0o600)
    assert {"secret-open", "debug", "any-host"} <= codes
    monkeypatch.setattr(settings, "DATA_DIR", settings.DATA_DIR / "elsewhere")
    assert "secret-missing" in {finding.code for finding in own_checks.configuration()[0].findings}


def test_a_certificate_that_ends_soon_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)
    began = clock.real_now() - timedelta(days=certificates.LEAF_DAYS - 60)
    certificates.issued(tmp_path / "tls", ["office.lan"], [], began)
    assert "certificate-ends" not in {finding.code for finding in own_checks.configuration()[0].findings}
    (tmp_path / "tls" / certificates.OFFICE).unlink()
    certificates.issued(tmp_path / "tls", ["office.lan"], [], began - timedelta(days=40))
    assert "certificate-ends" in {finding.code for finding in own_checks.configuration()[0].findings}
