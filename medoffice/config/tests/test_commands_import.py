"""``medoffice import breached FILE``: what cannot be read or is no list is said; what is taken stands in the trail."""

import json
from hashlib import sha1
from pathlib import Path

import pytest
from pytest_django.plugin import DjangoDbBlocker

from medoffice.config.cli import main
from medoffice.kernel.worlds import current
from medoffice.security import breached
from medoffice.security.models import AuditEvent


def test_a_list_is_taken_in(
    fresh_world: str,
    django_db_blocker: DjangoDbBlocker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(breached, "place", lambda: tmp_path / "kept")
    hashes = sorted(sha1(word, usedforsecurity=False).hexdigest() for word in (b"riverbank in june", b"other"))
    (tmp_path / "list.txt").write_text("".join(f"{digest}:5\n" for digest in hashes))
    with django_db_blocker.unblock():
        assert main(["import", "breached", str(tmp_path / "list.txt"), "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["taken"] == 2
        with current.use(fresh_world):
            told = AuditEvent.objects.get(word="security.breached_list")
        assert breached.is_known("riverbank in june")
        assert main(["import", "breached", str(tmp_path / "absent")]) == 1
        (tmp_path / "list.txt").write_text("riverbank in june\n")
        assert main(["import", "breached", str(tmp_path / "list.txt")]) == 2
    assert "Line 1 is no SHA-1" in capsys.readouterr().err
    assert told.detail["count"] == 2
    assert breached.is_known("riverbank in june")
