"""``medoffice worlds`` and ``medoffice reports`` as a person at the machine uses them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from threading import Event
from uuid import uuid4

import pytest
from django.db import OperationalError, connection
from django.test import Client
from procrastinate.contrib.django import app as jobs
from psycopg import sql
from pytest_django.plugin import DjangoDbBlocker

from medoffice.config.cli import main
from medoffice.config.tests.makers import answers, medoffice
from medoffice.kernel import clock, files
from medoffice.kernel.models import OutboxFact
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.worlds import catalog, current, databases
from medoffice.kernel.worlds.grants import wrong_grants
from medoffice.kernel.worlds.models import World
from medoffice.security.tests.makers import person, sign_in


@pytest.fixture(autouse=True)
def _open(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def copied(fresh_world: str) -> Iterator[str]:
    """The name of a copy, which may be made; gone afterwards."""
    name = f"{fresh_world}-copy"
    yield name
    if name in catalog.worlds():
        catalog.drop(name)


@pytest.mark.parametrize("how", ["clone", "copy"])
def test_a_copy_acts_for_nobody(fresh_world: str, copied: str, how: str) -> None:
    """No session of the original, no job, no undelivered fact; its doors are simulated; files are there."""
    World.objects.update(kind="practice")
    current.forget_facts()
    person("lind")
    session = sign_in("lind").cookies
    stored = files.store(b"a scanned letter", "text/plain")
    jobs.configure_task("send:claim", allow_unknown=True).defer()
    OutboxFact.objects.create(kind="Sent", subject=uuid4(), body={}, published_at=clock.now())
    assert main(["worlds", how, fresh_world, copied]) == 0
    with current.use(copied):
        assert _asked(session, "/tour/") == 302, "to the sign-in"
        assert OutboxFact.objects.filter(delivered_at=None).count() == 0
        assert _count("procrastinate_jobs") == _count("django_session") == 0
        assert (current.kind(), World.objects.get().name) == ("training", copied), (
            "a training world's doors are simulated"
        )
        assert files.load(stored) == b"a scanned letter"
    with current.use(fresh_world):
        assert _asked(session, "/tour/") == 200
        assert _count("procrastinate_jobs") == 1
    assert medoffice("check", "--world", copied).returncode == 0


def _asked(cookies: SimpleCookie, address: str) -> int:
    """What somebody with these cookies is answered; theirs stay as they are."""
    client = Client()
    client.cookies.load(cookies.output(header="", sep=";"))
    return client.get(address).status_code


def _count(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
        return int(cursor.fetchone()[0])


def test_a_copy_of_a_world_in_use_disconnects_nobody_and_is_of_one_moment(fresh_world: str, copied: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        before = cursor.fetchone()
        catalog.copy(fresh_world, copied, "training")
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone() == before
    with current.use(copied):
        assert wrong_grants() == []
    with pytest.raises(Refusal, match="cannot be a practice"):
        catalog.copy(fresh_world, "another", "practice")
    with pytest.raises(Refusal, match="cannot be a practice"):
        catalog.clone(fresh_world, "another", "practice")
    with pytest.raises(Refusal, match="no world"):
        catalog.copy("nowhere", "another", "training")
    assert "another" not in catalog.worlds()


def test_the_list_says_what_a_world_is_and_when_it_was_used(
    fresh_world: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = {one["world"]: one for one in answers(medoffice("worlds", "list", "--json"))}[fresh_world]
    assert told["kind"] == "test"
    assert told["bytes"] > 1_000_000
    assert (told["migrations_to_apply"], told["wrong_rights"], told["last_used_at"]) == (0, 0, None)
    person("lind")
    sign_in("lind")
    (again,) = [one for one in answers(medoffice("worlds", "list", "--json")) if one["world"] == fresh_world]
    assert again["last_used_at"]
    with current.use(fresh_world, current.OWNER), connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'kernel'")
    assert main(["worlds", "list"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.split()[0] == fresh_world]
    assert "unknown" in line
    assert "to be migrated" in line


def test_migrating_goes_on_after_one_world_fails_and_again_from_there(
    fresh_world: str, copied: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    catalog.clone(fresh_world, copied, "training")
    for name in (fresh_world, copied):
        with current.use(name, current.OWNER), connection.cursor() as cursor:
            cursor.execute("GRANT DELETE ON audit_event TO office_app")
    right = catalog.migrate

    def break_in_one() -> None:
        if current.name() == fresh_world:
            raise ValueError("Amina Quist")
        right()

    monkeypatch.setattr(catalog, "migrate", break_in_one)
    monkeypatch.setattr(catalog, "worlds", lambda: [fresh_world, copied])
    assert main(["worlds", "migrate", "--all"]) == 1
    told = capsys.readouterr()
    assert [line.split()[:2] for line in told.out.splitlines()] == [[fresh_world, "failed:"], [copied, "migrated"]]
    assert "ValueError in medoffice" in told.out
    assert "Quist" not in told.out + told.err
    monkeypatch.setattr(catalog, "migrate", right)
    assert main(["worlds", "migrate"]) == 0
    states = [line.split()[:2] for line in capsys.readouterr().out.splitlines()]
    assert states == [[fresh_world, "migrated"], [copied, "current"]]
    assert main(["worlds", "migrate", fresh_world, "--json"]) == 0
    assert capsys.readouterr().out == f'{{"world": "{fresh_world}", "state": "current", "why": ""}}\n'


def test_dropping_asks_and_a_practice_is_asked_for_by_name(fresh_world: str, copied: str) -> None:
    catalog.clone(fresh_world, copied, "training")
    assert main(["worlds", "drop", copied]) == 2
    with current.use(copied):
        World.objects.update(kind="practice")
    for unsure in (["--yes"], ["--yes", "--really", fresh_world], ["--really", copied]):
        assert main(["worlds", "drop", copied, *unsure]) == 2
        assert copied in catalog.worlds()
    assert main(["worlds", "drop", copied, "--yes", "--really", copied]) == 0
    assert copied not in catalog.worlds()


@pytest.mark.parametrize("typed", [["clone", "one"], ["list", "one"], ["create"], ["migrate", "one", "two"], ["drop"]])
def test_a_wrong_number_of_names_is_told(typed: list[str]) -> None:
    assert main(["worlds", *typed]) == 2


def test_reports_are_listed_and_shown_as_the_report_role(fresh_world: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["reports", "list", "--json"]) == 0
    assert '"report": "visits_by_day"' in capsys.readouterr().out
    assert main(["reports", "show", "visits_by_day", "--world", fresh_world]) == 0
    assert capsys.readouterr().out == "date,site,provider,kind,visits,finished,left_unseen\n"
    assert main(["reports", "show", "patients", "--world", fresh_world]) == 2
    assert "no report" in capsys.readouterr().err


def test_a_clone_disconnects_the_program_that_works_in_its_source(fresh_world: str, copied: str) -> None:
    """The running program has a login of its own for each world, of which the owner sees little."""
    held, done = Event(), Event()

    def work() -> int:
        with current.use(fresh_world), connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            held.set()
            done.wait(60)
            try:
                cursor.execute("SELECT 1")
            except OperationalError:
                return 0
            finally:
                connection.close()
            return 1

    with ThreadPoolExecutor(1) as pool:
        at_work = pool.submit(work)
        assert held.wait(20)
        try:
            catalog.clone(fresh_world, copied, "test")
        finally:
            done.set()
        assert at_work.result() == 0


def test_a_list_waits_for_a_world_that_is_being_copied(fresh_world: str) -> None:
    """A copy keeps everybody out of its source for a moment."""
    waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    with ThreadPoolExecutor(1) as pool, databases.maintenance() as link:
        with databases.maintenance() as copying:
            databases.lock(copying, fresh_world)
            name = databases.database(fresh_world)
            copying.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS false").format(name))
            listed = pool.submit(medoffice, "worlds", "list")
            while link.execute(waiting).fetchone() == (0,):
                assert not listed.done(), listed.result()
            databases.allow(copying, fresh_world)
        assert listed.result(timeout=60).returncode == 0
        assert fresh_world in listed.result().stdout
