"""The office's keys are shown by number and rotated only while nobody works; a backup is closed with no weak key."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from medoffice.config.commands import keys
from medoffice.config.keys import key_of
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.secrets import keep_ring


@pytest.fixture
def world(fresh_world: str, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    with django_db_blocker.unblock():
        yield fresh_world


def test_numbers_are_shown_and_no_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MEDOFFICE_DATA", str(tmp_path))
    ring = settings.KEYS.with_new_key().with_newest_only().with_new_key()
    keep_ring(tmp_path, ring)
    assert keys.run(Namespace(what="show", json=False)) == 0
    told = capsys.readouterr().out
    assert "key 2: being replaced" in told
    assert "key 3: in use" in told
    assert "key 1: retired" in told
    assert [key for key in (*ring.live.values(), *ring.retired.values()) if key.hex() in told] == []


@pytest.mark.usefixtures("world")
def test_a_rotation_is_refused_while_somebody_works() -> None:
    connection.ensure_connection()
    with pytest.raises(Refusal, match="works in the office"):
        keys._refuse_others()


def test_a_backup_is_closed_with_no_weak_key_and_opened_with_any(tmp_path: Path) -> None:
    weak, words = tmp_path / "weak.key", tmp_path / "words"
    weak.write_bytes(b"k" * 32)
    words.write_text("aaaaaaaaaaaaaaaaaaaa\n")
    for path in (weak, words):
        path.chmod(0o600)
    by_file = {"key_file": weak, "passphrase_file": None}
    by_words = {"key_file": None, "passphrase_file": words}
    for given in (by_file, by_words):
        with pytest.raises(Refusal, match="would not keep the backup closed"):
            key_of(Namespace(**given, new_key=None))
        assert key_of(Namespace(**given)).secret
    weak.chmod(0o644)
    with pytest.raises(Refusal, match="Others may read"):
        key_of(Namespace(**by_file))
