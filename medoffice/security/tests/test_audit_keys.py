"""The chain goes on with a new key after a rotation; the stretch of before is proved with what is left of the old."""

import os

import pytest
from django.conf import settings
from django.db import connection

from medoffice.kernel.secrets import KeyRing
from medoffice.kernel.worlds import current
from medoffice.security import audit
from medoffice.security.api import note_rotation
from medoffice.security.models import AuditSeal
from medoffice.security.tests.makers import person, written_down
from medoffice.security.types import PROGRAM


@pytest.fixture
def rotated(fresh_world: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A trail over a rotation: events 1 and 2 of key 1, the rest of key 2."""
    person("okafor")
    person("ruiz")
    audit.seal()
    monkeypatch.setattr(settings, "KEYS", settings.KEYS.with_new_key().with_newest_only())
    note_rotation(actor=PROGRAM, kid=2)
    person("abara")
    audit.seal()
    return fresh_world


def _kids() -> list[int]:
    return list(AuditSeal.objects.order_by("position").values_list("kid", flat=True))


def _say(world: str, *kids: int) -> None:
    """An owner of the database changes which keys the seals name."""
    with current.use(world, current.OWNER), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_seal DISABLE TRIGGER USER")
        for position, kid in enumerate(kids, 1):
            cursor.execute("UPDATE audit_seal SET kid = %s WHERE position = %s", [kid, position])


@pytest.mark.usefixtures("rotated")
def test_both_stretches_are_proved_and_the_rotation_is_written_down() -> None:
    assert _kids() == [1, 1, 2, 2]
    assert audit.verify().ok
    assert written_down("security.rotate_keys") == [("medoffice", {"kid": 2, "by": "medoffice"})]


def test_a_seal_that_names_another_key_is_found(rotated: str) -> None:
    for kids in ((1, 1, 1, 2), (1, 1, 1, 1), (1, 1, 2, 3), (2, 1, 2, 2), (1, 2, 2, 2)):
        _say(rotated, *kids)
        assert not audit.verify().ok, kids
    _say(rotated, 1, 1, 2, 2)
    assert audit.verify().ok


@pytest.mark.usefixtures("rotated")
def test_without_what_is_left_of_the_old_key_the_old_stretch_is_not_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "KEYS", KeyRing(settings.KEYS.office, settings.KEYS.live))
    assert not audit.verify().ok
    monkeypatch.setattr(settings, "KEYS", KeyRing(settings.KEYS.office, settings.KEYS.live, {1: os.urandom(32)}))
    assert not audit.verify().ok
