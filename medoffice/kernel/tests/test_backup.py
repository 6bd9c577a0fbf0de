"""A backup brings the office back on an empty machine, row by row; a wrong key or changed byte is refused in words."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from medoffice.kernel import archive, backup, files, sealed
from medoffice.kernel.models import FirstResult, OutboxFact, StoredFile
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.sealed import Key, key_file
from medoffice.kernel.worlds import catalog, current
from medoffice.kernel.worlds.grants import wrong_grants
from medoffice.kernel.worlds.models import World

SessionStore = import_module(settings.SESSION_ENGINE).SessionStore
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
RESTORE_ELSEWHERE = """
import json, os, sys
from pathlib import Path
from medoffice.kernel import archive
from medoffice.kernel.sealed import key_file
source, key = Path(sys.argv[1]), key_file(Path(sys.argv[2]))
archive.adopt_secret(source, key, Path(os.environ["MEDOFFICE_DATA"]))
from medoffice.config.server import database
with database():
    from medoffice.kernel import backup, files
    from medoffice.kernel.models import StoredFile
    from medoffice.kernel.worlds import current
    told = backup.restore(source, key)
    with current.use(told.world):
        letters = [files.load(row.sha256).decode() for row in StoredFile.objects.all()]
        print(json.dumps({"rows": backup.row_hashes(), "identity": str(current.identity()), "letters": letters}))
"""


@pytest.fixture(autouse=True)
def _open(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def office(fresh_world: str) -> str:
    """A world with rows of many kinds, a stored file, and things that would act twice."""
    files.store("Carta de la señora Álvarez".encode(), "text/plain")
    SessionStore("signedin").save(must_create=True)
    OutboxFact.objects.create(kind="Sent", subject=uuid4(), body={"to": "Ñu\n\t\\N"}, published_at=NOON)
    for key in ("k", "l"):
        FirstResult.objects.create(key=key, action="pay", request_hash="0" * 64, result={"cents": 12345}, at=NOON)
    return fresh_world


@pytest.fixture
def key(tmp_path: Path) -> Key:
    (tmp_path / "office.key").write_bytes(os.urandom(32))
    return key_file(tmp_path / "office.key")


def _databases() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE '__copy'")
        return [row[0] for row in cursor.fetchall()]


def test_an_empty_machine_gets_the_same_rows(office: str, key: Key, tmp_path: Path) -> None:
    told = backup.backup(office, tmp_path / "office.backup", key)
    assert told.row_hashes == backup.row_hashes()
    assert told.files_missing == ()
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR.parent) as empty:
        Path(empty).chmod(0o755)
        environment = {name: value for name, value in os.environ.items() if not name.startswith("MEDOFFICE_")}
        done = subprocess.run(
            [sys.executable, "-c", RESTORE_ELSEWHERE, tmp_path / "office.backup", tmp_path / "office.key"],
            env={**environment, "MEDOFFICE_DATA": empty},
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["rows"] == told.row_hashes
    assert found["identity"] == str(current.identity())
    assert found["letters"] == ["Carta de la señora Álvarez"]


def test_a_restored_copy_is_a_world_of_its_own(office: str, key: Key, tmp_path: Path) -> None:
    backup.backup(office, tmp_path / "b", key)
    copy = f"{office}-back"
    backup.restore(tmp_path / "b", key, copy)
    try:
        with current.use(copy):
            row = World.objects.get()
            assert (row.name, row.kind) == (copy, "restored")
            assert OutboxFact.objects.count() == 0
            assert not SessionStore().exists("signedin")
            assert FirstResult.objects.get(key="k").result == {"cents": 12345}
            assert files.load(StoredFile.objects.get().sha256)
            assert wrong_grants() == []
        assert current.identity() != row.id
    finally:
        catalog.drop(copy)


def test_the_file_is_closed_to_others_and_says_nothing(office: str, key: Key, tmp_path: Path) -> None:
    backup.backup(office, tmp_path / "b", key)
    assert (tmp_path / "b").stat().st_mode & 0o777 == 0o600
    whole = (tmp_path / "b").read_bytes()
    for word in (b"PGDMP", b"secret.key", office.encode(), (Path(settings.DATA_DIR) / "secret.key").read_bytes()):
        assert word not in whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "office.key"]


def test_wrong_key_changed_byte_and_cut_are_refused_and_leave_nothing(
    office: str, key: Key, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealed, "CHUNK", 4096)  # so that a fault is met in the middle of a restore
    backup.backup(office, tmp_path / "b", key)
    whole, before = (tmp_path / "b").read_bytes(), _databases()
    with pytest.raises(Refusal, match="does not open"):
        backup.restore(tmp_path / "b", Key("hkdf", b"another key of thirty-two bytes!"), "copy")
    changed = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in (len(whole) // 2, len(whole) - 1)]
    for number, content in enumerate([*changed, whole[: len(whole) * 2 // 3], whole + b"more"]):
        bad = tmp_path / f"bad{number}"
        bad.write_bytes(content)
        with pytest.raises(Refusal, match="altered"):
            backup.verify(bad, key)
        with pytest.raises(Refusal, match="altered"):
            backup.restore(bad, key, "copy")
    (tmp_path / "other").write_bytes(b"PK something else entirely")
    with pytest.raises(Refusal, match="not a backup"):
        backup.restore(tmp_path / "other", key, "copy")
    assert _databases() == before
    assert not (Path(settings.DATA_DIR) / "files" / "copy").exists()


def test_rows_that_differ_are_refused(office: str, key: Key, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the dump and the hashes taken with it disagree, the world is not opened."""
    monkeypatch.setattr(backup, "row_hashes", lambda: {"kernel_outbox": "0" * 64})
    backup.backup(office, tmp_path / "b", key)
    monkeypatch.undo()
    with pytest.raises(Refusal, match=r"rows differ in .*kernel_outbox"):
        backup.restore(tmp_path / "b", key, "copy")
    assert not catalog.exists("copy")


def test_one_changed_value_changes_one_hash(office: str) -> None:
    before = backup.row_hashes()
    FirstResult.objects.filter(key="k").update(result={"cents": 12346})
    after = backup.row_hashes()
    assert [table for table in before if before[table] != after[table]] == ["kernel_first_result"]
    FirstResult.objects.filter(key="k").update(result={"cents": 12345})  # the row now lies after the other one
    assert backup.row_hashes() == before
    assert office


def test_what_may_not_be_overwritten_or_mixed(office: str, key: Key, tmp_path: Path) -> None:
    backup.backup(office, tmp_path / "b", key)
    with pytest.raises(Refusal, match="there already"):
        backup.backup(office, tmp_path / "b", key)
    with pytest.raises(Refusal, match="already"):
        backup.restore(tmp_path / "b", key)
    with pytest.raises(Refusal, match="no world"):
        backup.backup("nowhere", tmp_path / "c", key)
    (tmp_path / "secret.key").write_bytes(os.urandom(32))
    with pytest.raises(Refusal, match="another office"):
        archive.adopt_secret(tmp_path / "b", key, tmp_path)


def test_a_stored_file_that_is_gone_is_named(office: str, key: Key, tmp_path: Path) -> None:
    digest = StoredFile.objects.get().sha256
    (files.folder() / digest[:2] / digest).unlink()
    assert backup.backup(office, tmp_path / "b", key).files_missing == (digest,)
