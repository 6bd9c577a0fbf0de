"""The audit chain: whole after honest work; whatever the owner of the database alters is found."""

import json
import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connection, transaction
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import backup, clock
from medoffice.kernel.postgres import cluster
from medoffice.kernel.sealed import key_file
from medoffice.kernel.secrets import AUDIT, KeyRing
from medoffice.kernel.worlds import catalog, current, databases
from medoffice.security import audit, chain
from medoffice.security.models import AuditEvent, AuditSeal, SealHorizon
from medoffice.security.types import PROGRAM, Act, ChainVerdict

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)


def seals(wanted: int) -> bool:
    """Whether so many get their place, if need be in several goes: what commits elsewhere keeps the sealer waiting."""
    sealed = 0
    for _ in range(100):
        sealed += audit.seal()
        if sealed >= wanted:
            break
    return sealed == wanted


@pytest.fixture(name="trail")
def _trail(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A world with nine sealed events about patients; its head is kept outside."""
    with django_db_blocker.unblock(), clock.frozen(NOON):
        for number in range(9):
            audit.write(Act(PROGRAM, "patients.read", subjects={uuid4()}, detail={"number": number}), "seen")
        assert seals(9)
        yield fresh_world


def by_owner(world: str, *statements: str, **ids: object) -> None:
    """Alter the tables as the owner of the database can: past every trigger. ``{name}`` stands for an id."""
    with current.use(world, current.OWNER), connection.cursor() as cursor:
        for table in ("audit_event", "audit_subject", "audit_seal"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        for statement in statements:
            cursor.execute(statement.format(**ids))
        for table in ("audit_event", "audit_subject", "audit_seal"):
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        connection.close()


def event_at(position: int) -> UUID:
    return AuditSeal.objects.get(position=position).event_id


@pytest.mark.usefixtures("trail")
def test_what_is_open_in_another_world_keeps_nobody_waiting() -> None:
    with databases.maintenance() as elsewhere, elsewhere.transaction():
        elsewhere.execute("SELECT pg_current_xact_id()")
        audit.write(Act(PROGRAM, "patients.read"), "seen")
        # what the server itself has open in this world (it analyses tables) does keep it waiting, for a moment
        cluster.wait(audit.waits_for_seal, 30, "the event to be due")
        assert seals(1)
        assert not audit.waits_for_seal()
    assert audit.verify().ok


@pytest.mark.usefixtures("trail")
def test_an_honest_trail_is_whole_and_goes_on() -> None:
    assert audit.verify().ok
    audit.write(Act(PROGRAM, "patients.read"), "seen")
    verdict = audit.verify()
    assert (verdict.ok, verdict.sealed, verdict.unsealed) == (True, 9, 1)
    assert seals(1)
    assert audit.seal() == 0
    verdict = audit.verify()
    assert (verdict.ok, verdict.sealed, verdict.unsealed) == (True, 10, 0)


EDIT, SEALED = "UPDATE audit_event SET", "UPDATE audit_seal SET hash ="


@pytest.mark.parametrize(
    "change",
    [
        "actor_name = 'Somebody else'",
        "actor_id = '00000000-0000-0000-0000-000000000001'",
        "at = at - interval '1 day'",
        "word = 'patients.change'",
        "outcome = 'done'",
        "purpose = 'treatment'",
        "object_kind = 'note'",
        "object_id = '00000000-0000-0000-0000-000000000001'",
        "via = '[\"x\"]'",
        "detail = '[99]'",
        "request_id = 'abc'",
    ],
)
def test_any_edited_column_is_found(trail: str, change: str) -> None:
    wanted = event_at(5)
    by_owner(trail, f"{EDIT} {change} WHERE id = '{{five}}'", five=wanted)
    verdict = audit.verify()
    assert not verdict.ok
    assert verdict.broken_at == wanted
    assert "altered" in verdict.words
    assert AuditEvent.objects.filter(id=wanted).exists(), "the connection can be used on"


def test_every_column_of_an_event_is_under_the_seal() -> None:
    sealed = {"id", "at", "actor_id", "actor_name", "word", "outcome", "purpose", "object_kind", "object_id"}
    assert {field.attname for field in AuditEvent._meta.fields} == sealed | {"via", "detail", "request_id"}


DELETE = """
    DELETE FROM audit_seal WHERE position = 5; DELETE FROM audit_subject WHERE event_id = '{five}';
    DELETE FROM audit_event WHERE id = '{five}'"""
CLOSE_UP = """
    UPDATE audit_seal SET position = position + 100 WHERE position > 5;
    UPDATE audit_seal SET position = position - 101 WHERE position > 100"""
SWAP = """
    UPDATE audit_seal SET position = -5 WHERE position = 5; UPDATE audit_seal SET position = 5 WHERE position = 6;
    UPDATE audit_seal SET position = 6 WHERE position = -5"""


@pytest.mark.parametrize(
    ("how", "position"),
    [
        ("UPDATE audit_subject SET subject = gen_random_uuid() WHERE event_id = '{five}'", 5),
        ("DELETE FROM audit_subject WHERE event_id = '{five}'", 5),
        ("INSERT INTO audit_subject (event_id, subject) VALUES ('{five}', gen_random_uuid())", 5),
        ("UPDATE audit_subject SET event_id = '{six}' WHERE event_id = '{five}'", 5),
        (DELETE, 6),
        (f"{DELETE};{CLOSE_UP}", 6),
        (SWAP, 6),
        ("UPDATE audit_seal SET hash = repeat('0', 64) WHERE position = 5", 5),
    ],
    ids=[
        "edit subject",
        "drop subject",
        "add subject",
        "move subject",
        "delete",
        "delete and close up",
        "swap",
        "hash",
    ],
)
def test_delete_insert_and_reorder_are_found_where_they_begin(trail: str, how: str, position: int) -> None:
    first_wrong = event_at(position)
    by_owner(trail, how, five=event_at(5), six=event_at(6))
    verdict = audit.verify()
    assert not verdict.ok
    assert verdict.broken_at == first_wrong


def test_an_event_slipped_in_with_a_seal_of_its_own_is_found(trail: str) -> None:
    forged = uuid4()
    by_owner(
        trail,
        "UPDATE audit_seal SET position = position + 100 WHERE position > 5",
        "UPDATE audit_seal SET position = position - 99 WHERE position > 100",
        "INSERT INTO audit_event (id, at, actor_id, actor_name, word, outcome, purpose, object_kind, via, detail,"
        " request_id) SELECT '{forged}', at, actor_id, 'Nox', word, outcome, purpose, object_kind, via, detail, ''"
        " FROM audit_event WHERE id = '{five}'",
        "INSERT INTO audit_seal SELECT 6, repeat('a', 64), at, '{forged}' FROM audit_event WHERE id = '{five}'",
        forged=forged,
        five=event_at(5),
    )
    verdict = audit.verify()
    assert not verdict.ok
    assert verdict.broken_at == forged


CUT = (
    "DELETE FROM audit_subject WHERE event_id IN (SELECT event_id FROM audit_seal WHERE position > 6)",
    "CREATE TEMP TABLE cut AS SELECT event_id FROM audit_seal WHERE position > 6",
    "DELETE FROM audit_seal WHERE position > 6",
    "DELETE FROM audit_event WHERE id IN (SELECT event_id FROM cut)",
)


def test_a_cut_off_end_is_found_by_the_head_kept_outside(trail: str) -> None:
    by_owner(trail, *CUT)
    verdict = audit.verify()
    assert not verdict.ok
    assert "position 6" in verdict.words
    assert "9" in verdict.words
    assert "cut off" in verdict.words


def test_a_chain_computed_anew_without_the_key_is_found(trail: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stole the database, and knows how it is done, lacks the key: edits event 5 and makes every hash fit."""
    by_owner(trail, f"{EDIT} actor_name = 'Somebody else' WHERE id = '{{five}}'", five=event_at(5))
    with monkeypatch.context() as without:
        without.setattr(settings, "KEYS", KeyRing("guessed", {1: b"guessed key of thirty-two bytes!"}))
        head, forged = chain.genesis(), []
        for sealed in chain.in_order():
            head = chain.link(head, sealed.texts, settings.KEYS.key(AUDIT))
            forged.append(f"{SEALED} '{head}' WHERE position = {sealed.position}")
        by_owner(trail, *forged)
        _head(trail).write_text(json.dumps({"world": str(current.identity()), "position": 9, "hash": head}))
        assert audit.verify().ok, "the forgery is consistent in itself"
    assert audit.verify().broken_at == event_at(1)


UNBIND = """DO $$ DECLARE held record; BEGIN
    FOR held IN SELECT conname, conrelid::regclass AS rel FROM pg_constraint WHERE confrelid = 'audit_event'::regclass
    LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', held.rel, held.conname); END LOOP; END $$"""


def test_a_last_event_taken_out_from_under_its_seal_is_found(trail: str) -> None:
    nine = event_at(9)
    by_owner(trail, UNBIND, "DELETE FROM audit_event WHERE id = '{nine}'", nine=nine)
    assert audit.verify().broken_at == nine


def test_work_after_a_cut_does_not_hide_it(trail: str) -> None:
    by_owner(trail, *CUT)
    for _ in range(5):
        audit.write(Act(PROGRAM, "patients.read"), "seen")
        audit.seal()
    assert AuditSeal.objects.count() == 11
    assert "cut off" in audit.verify().words


def test_a_chain_with_no_head_outside_says_that_its_end_is_not_compared(trail: str) -> None:
    _head(trail).unlink()
    verdict = audit.verify()
    assert verdict.ok
    assert "no head is kept" in verdict.words
    audit.write(Act(PROGRAM, "patients.read"), "seen")
    audit.seal()
    assert audit.verify().words == "the chain is whole"


def _head(world: str) -> Path:
    return Path(settings.DATA_DIR) / "audit" / f"{world}.head"


def test_a_seal_that_is_rolled_back_leaves_the_head_alone(trail: str) -> None:
    before = _head(trail).read_text()
    audit.write(Act(PROGRAM, "patients.read"), "seen")
    with transaction.atomic():
        assert seals(1)
        transaction.set_rollback(True)
    assert _head(trail).read_text() == before
    assert audit.verify().ok


def test_a_copy_of_a_world_has_a_trail_and_a_head_of_its_own(trail: str) -> None:
    copy = f"{trail}-copy"
    catalog.clone(trail, copy, "training")
    try:
        with current.use(copy):
            assert audit.verify().ok
            audit.write(Act(PROGRAM, "patients.read"), "seen")
            audit.seal()
            assert audit.verify().ok
        assert audit.verify().ok
    finally:
        catalog.drop(copy)


def test_a_restored_world_seals_what_its_backup_had_not_and_goes_on(trail: str, tmp_path: Path) -> None:
    audit.write(Act(PROGRAM, "patients.read", subjects={uuid4()}), "seen")
    (tmp_path / "office.key").write_bytes(os.urandom(32))
    key = key_file(tmp_path / "office.key")
    backup.backup(trail, tmp_path / "office.backup", key)
    audit.write(Act(PROGRAM, "patients.read"), "seen")
    audit.seal()  # lost with the database: the backup is older than this head
    catalog.drop(trail)
    backup.restore(tmp_path / "office.backup", key)
    verdict = audit.verify()
    assert (verdict.ok, verdict.sealed, verdict.unsealed) == (True, 9, 1)
    by_owner(
        trail, "UPDATE audit_event SET xid = '18446744073709551000' WHERE id NOT IN (SELECT event_id FROM audit_seal)"
    )
    assert seals(1)  # numbers of the old server's transactions do not keep it waiting
    verdict = audit.verify()
    assert (verdict.ok, verdict.sealed, verdict.unsealed, verdict.words) == (True, 10, 0, "the chain is whole")


def test_events_of_open_transactions_wait_and_none_is_left_out(trail: str) -> None:
    """An older transaction that commits later than a younger one is sealed later, never skipped."""
    written, go = threading.Event(), threading.Event()

    def slow() -> None:
        with current.use(trail):
            with transaction.atomic():
                audit.write(Act(PROGRAM, "patients.read"), "seen")
                written.set()
                go.wait(20)
            connection.close()

    older = threading.Thread(target=slow)
    older.start()
    assert written.wait(20)
    audit.write(Act(PROGRAM, "patients.read"), "seen")
    assert audit.seal() == 0
    go.set()
    older.join()
    assert seals(2)
    assert audit.verify().ok


def test_sealers_at_the_same_time_make_one_chain(trail: str) -> None:
    for _ in range(40):
        audit.write(Act(PROGRAM, "patients.read", subjects={uuid4()}), "seen")
    sealed: list[int] = []

    def work() -> None:
        with current.use(trail):
            sealed.append(audit.seal(limit=15))
            sealed.append(audit.seal(limit=15))
            connection.close()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(sealed) == 40
    verdict = audit.verify()
    assert (verdict.ok, verdict.sealed, verdict.unsealed) == (True, 49, 0)


@pytest.mark.usefixtures("trail")
def test_what_is_sealed_is_not_looked_at_again_and_numbers_of_another_server_are_not_believed() -> None:
    """The noted horizon is of this server; one beyond its numbers came from another, and everything is looked at."""
    assert not audit.waits_for_seal()
    audit.write(Act(PROGRAM, "patients.read"), "seen")
    SealHorizon.objects.update(horizon=SealHorizon.objects.get().horizon + 1_000_000)
    assert audit.waits_for_seal()
    assert seals(1)
    assert not audit.waits_for_seal()
    SealHorizon.objects.all().delete()
    assert audit.waits_for_seal()
    assert audit.seal() == 0
    assert not audit.waits_for_seal()
    assert audit.verify().ok


@pytest.mark.usefixtures("trail")
def test_another_key_does_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "KEYS", KeyRing("another", {1: b"k" * 32}))
    assert audit.verify().broken_at == event_at(1)


def test_the_verdict_is_ok_only_without_a_break() -> None:
    whole = ChainVerdict(1, 0, "h")
    assert whole.ok
    assert not replace(whole, broken_at=UUID(int=0)).ok
