"""Worlds never mix, are made whole or not at all, and a copy carries nothing that acts twice."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, connections, transaction
from django.db.utils import DatabaseError
from procrastinate.contrib.django import app as jobs
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import files
from medoffice.kernel.models import OutboxFact
from medoffice.kernel.postgres import durability
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.secrets import key_ring
from medoffice.kernel.worlds import catalog, current, databases
from medoffice.kernel.worlds.connections import KEEP
from medoffice.kernel.worlds.grants import APPEND_ONLY, wrong_grants
from medoffice.kernel.worlds.models import World

SessionStore = import_module(settings.SESSION_ENGINE).SessionStore
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _open(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def twin(fresh_world: str) -> Iterator[str]:
    """A second world, a clone of the fresh one."""
    name = f"{fresh_world}-twin"
    catalog.clone(fresh_world, name, "training")
    yield name
    catalog.drop(name)


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database()")
        return str(cursor.fetchone()[0])


def _key(*parts: object) -> str:
    """The key of a session: letters and digits."""
    return "signed" + "".join(filter(str.isalnum, "".join(map(str, parts))))


def _jobs() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM procrastinate_jobs")
        return int(cursor.fetchone()[0])


def test_outside_any_world_queries_fail_loudly() -> None:
    def ask() -> None:
        with pytest.raises(current.NoWorld):
            World.objects.count()
        with pytest.raises(current.NoWorld), transaction.atomic():
            pass

    with ThreadPoolExecutor(1) as pool:  # a thread of one's own starts outside any world
        pool.submit(ask).result()


def test_threads_in_two_worlds_never_meet(fresh_world: str, twin: str) -> None:
    def work(number: int) -> None:
        world = (fresh_world, twin)[number % 2]
        with current.use(world):
            assert _database() == f"w_{world}"
            with transaction.atomic():
                SessionStore(_key(world, number)).save(must_create=True)
                with current.use((twin, fresh_world)[number % 2]):
                    assert not SessionStore().exists(_key(world, number))
                assert _database() == f"w_{world}"
            assert SessionStore().exists(_key(world, number))

    def all_of(start: int) -> None:
        try:
            for number in range(start, start + 10):
                work(number)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(all_of, start) for start in range(0, 80, 10)]:
            done.result()


def test_each_world_has_its_own_transaction(fresh_world: str, twin: str) -> None:
    said: list[str] = []
    with current.use(fresh_world), transaction.atomic():
        transaction.on_commit(lambda: said.append("outer"))
        with current.use(twin), transaction.atomic():
            transaction.on_commit(lambda: said.append("inner"))
        assert said == ["inner"]
        assert jobs.configure_task("stays:away", allow_unknown=True).defer()
        transaction.set_rollback(True)
    assert said == ["inner"]
    assert _jobs() == 0


def test_more_open_worlds_than_are_kept(fresh_world: str) -> None:
    """Worlds in a transaction are not closed to make room; those out of use are."""
    names = [fresh_world, *(f"{fresh_world}-{number}" for number in range(KEEP))]
    for name in names[1:]:
        catalog.clone(fresh_world, name, "test")
    with ExitStack() as inside:
        for name in names:
            inside.enter_context(current.use(name))
            inside.enter_context(transaction.atomic())
            SessionStore(_key(name)).save(must_create=True)
    for name in names:
        with current.use(name):
            assert SessionStore().exists(_key(name))
    assert len(connections.all()) == KEEP
    for name in names[1:]:
        catalog.drop(name)


def test_a_clone_keeps_the_records_and_nothing_that_acts(fresh_world: str) -> None:
    stored = files.store(b"a scanned letter", "text/plain")
    original = current.identity()
    SessionStore("signedin").save(must_create=True)
    jobs.configure_task("send:claim", allow_unknown=True).defer()
    for delivered in (None, NOON):
        OutboxFact.objects.create(kind="Sent", subject=uuid4(), body={}, published_at=NOON, delivered_at=delivered)
    copy = f"{fresh_world}-copy"
    catalog.clone(fresh_world, copy, "training")
    try:
        with current.use(copy):
            assert not SessionStore().exists("signedin")
            assert _jobs() == 0
            assert [row.delivered_at for row in OutboxFact.objects.all()] == [NOON]
            row = World.objects.get()
            assert (row.name, row.kind) == (copy, "training")
            assert row.id != original
            assert files.load(stored) == b"a scanned letter"
        with current.use(fresh_world):
            assert SessionStore().exists("signedin")
            assert _jobs() == 1
            assert current.identity() == original
    finally:
        catalog.drop(copy)
    assert files.load(stored) == b"a scanned letter"


def test_cleaning_that_fails_leaves_no_copy(fresh_world: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def break_down(_name: str, _kind: str) -> None:
        assert _database() == f"x_{fresh_world}-copy"
        assert not catalog.exists(f"{fresh_world}-copy")
        raise RuntimeError("cleaning failed")

    monkeypatch.setattr(catalog, "clean", break_down)
    with pytest.raises(RuntimeError, match="cleaning failed"):
        catalog.clone(fresh_world, f"{fresh_world}-copy", "training")
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"%{fresh_world}-copy"])
        assert cursor.fetchall() == []
    assert _database() == f"w_{fresh_world}"


def test_what_a_killed_maker_left_is_replaced(fresh_world: str) -> None:
    with databases.maintenance() as link:
        link.execute(f'CREATE DATABASE "x_{fresh_world}-copy" OWNER office_owner')
        link.execute(f'ALTER DATABASE "w_{fresh_world}" ALLOW_CONNECTIONS false')
    connections.close_all()
    with pytest.raises(DatabaseError):
        _database()
    assert not catalog.exists(f"{fresh_world}-copy")
    assert catalog.ensure_migrated(fresh_world) is False
    assert _database() == f"w_{fresh_world}"
    catalog.clone(fresh_world, f"{fresh_world}-copy", "test")
    catalog.drop(f"{fresh_world}-copy")


def test_no_test_touches_the_data_folder_of_an_office() -> None:
    with current.use("anything"):
        assert str(files.folder()).startswith(os.environ["MEDOFFICE_TEST_DATA"])
    assert key_ring(Path(os.environ["MEDOFFICE_TEST_DATA"])) == settings.KEYS


def test_names(fresh_world: str) -> None:
    for bad in ("", "Practice", "a_b", "1st", "a.b", "w" * 41, 'a"b'):
        with pytest.raises(Refusal, match="will not do"):
            catalog.create(bad, "test")
    with pytest.raises(Refusal, match="already"):
        catalog.create(fresh_world, "test")
    for missing in (catalog.drop, catalog.ensure_migrated, lambda name: catalog.clone(name, "new", "test")):
        with pytest.raises(Refusal, match="no world"):
            missing("nowhere")


def test_only_its_own_login_and_the_report_role_may_connect(fresh_world: str, twin: str) -> None:
    with connection.cursor() as cursor:
        for world in (fresh_world, twin):
            cursor.execute("SELECT datacl::text FROM pg_database WHERE datname = %s", [f"w_{world}"])
            acl = str(cursor.fetchone()[0])
            assert "office_app=" not in acl
            assert "{=" not in acl
            assert ",=" not in acl
            assert f"w_{world}=c/" in acl or f'"w_{world}\\"=c/' in acl, acl


@pytest.mark.usefixtures("fresh_world")
def test_the_running_program_cannot_change_history_or_structure() -> None:
    """Each is refused by a missing right, before any trigger could speak."""
    forbidden = ["DROP TABLE world", "CREATE TABLE mine (id int)", "TRUNCATE world", "DELETE FROM django_migrations"]
    forbidden += ["SET session_replication_role = replica", "SET ROLE office_owner"]
    kept = ["TRUNCATE {}", "DELETE FROM {}", "SELECT 1 FROM {} FOR UPDATE", "ALTER TABLE {} DISABLE TRIGGER ALL"]
    forbidden += [statement.format(table) for table in sorted(APPEND_ONLY) for statement in kept]
    for statement in forbidden:
        with pytest.raises(ProgrammingError) as refused, connection.cursor() as cursor:
            cursor.execute(statement)
        assert isinstance(refused.value.__cause__, psycopg.errors.InsufficientPrivilege), statement


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("GRANT UPDATE (id) ON {} TO office_app", True),
        ("GRANT DELETE ON {} TO PUBLIC", True),
        ("REVOKE SELECT ON {} FROM office_app", True),
        ("GRANT SELECT ON {} TO PUBLIC", True),
        ("GRANT TRUNCATE ON {} TO office_app", True),
        ("GRANT SELECT ON {} TO office_report", True),
        ("REVOKE INSERT ON {} FROM office_app", True),
        ("GRANT SELECT ON {} TO office_app", False),
    ],
)
def test_wrong_rights_are_found_and_repaired(fresh_world: str, statement: str, found: bool) -> None:
    table = sorted(APPEND_ONLY)[0]
    assert wrong_grants() == []
    with current.use(fresh_world, current.OWNER), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert wrong_grants() == ([table] if found else [])
    assert catalog.ensure_migrated(fresh_world) is found


@pytest.mark.usefixtures("fresh_world")
def test_a_session_that_could_lose_work_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server of the tests is a relaxed one; without its throw-away mark nothing would run on it."""
    monkeypatch.setattr(durability, "THROW_AWAY", "medoffice.no_such_mark")
    monkeypatch.setattr("medoffice.kernel.worlds.connections._durable", set())
    connections.close_all()
    with pytest.raises(Refusal, match="fsync"):
        World.objects.count()
    with pytest.raises(Refusal, match="fsync"):
        World.objects.count()
    connections.close_all()


def test_a_session_that_was_ended_is_replaced_without_a_request(fresh_world: str) -> None:
    """As a worker meets it after a restart of the server: one failure, then it works again."""
    assert World.objects.count() == 1
    with databases.maintenance() as link:
        link.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [f"w_{fresh_world}"])
    with pytest.raises(DatabaseError):
        World.objects.count()
    assert World.objects.count() == 1
    with transaction.atomic():
        assert World.objects.count() == 1


def test_an_outside_user_is_shut_out(fresh_world: str) -> None:
    host = str(connection.settings_dict["HOST"])
    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(host=host, port=5432, user="nobody", dbname=f"w_{fresh_world}")


def test_a_world_that_is_dropped_meanwhile_is_passed_over(fresh_world: str, twin: str) -> None:
    gone = f"{twin}-gone"
    catalog.clone(fresh_world, gone, "training")
    turns = catalog.in_turn()
    met = [next(turns)]
    assert met != [gone]
    catalog.drop(gone)
    met += turns
    assert {fresh_world, twin} <= set(met)
    assert gone not in met
    with pytest.raises(Refusal, match="There is no world"):
        list(catalog.in_turn([gone]))
