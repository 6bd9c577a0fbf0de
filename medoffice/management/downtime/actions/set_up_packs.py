"""Say how downtime packs are made."""

from django.conf import settings

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.secrets import KeyRing
from medoffice.management.downtime.models import DowntimeSettings
from medoffice.security.api import action, record
from medoffice.security.types import Actor

SHORTEST, MOST_KEPT = 12, 500
_PURPOSE = "downtime"


@action("downtime.set_up")
def set_up_packs(*, actor: Actor, password: str, keep: int) -> None:
    """Choose the password of the packs to come, and how many are kept. Packs of before keep theirs.

    Raises Invalid for a password that is short or repeats itself; people write this one down and keep it in the office.
    """
    if len(password) < SHORTEST or len(set(password.lower())) < SHORTEST // 2 or password == settings.DEMO_PASSWORD:
        why = f"Take {SHORTEST} characters or more, not the same ones again and again."
        raise Invalid("password-weak", "This password is too easy.", why, {"fields": {"password": [why]}})
    if not 1 <= keep <= MOST_KEPT:
        raise Invalid("keep", "This many cannot be kept.", "", {"fields": {"keep": [f"Between 1 and {MOST_KEPT}."]}})
    row = {"keep": keep, "set_by": actor.name, "set_at": clock.now()}
    sealed = settings.KEYS.seal(_PURPOSE, password.encode())
    DowntimeSettings.objects.update_or_create(id=1, defaults={"password": sealed, **row})
    record("downtime", keep=keep)


def password_of(row: DowntimeSettings) -> str:
    """The password the packs are made with. Raises Refusal if it cannot be opened any more."""
    opened: bytes = settings.KEYS.open(_PURPOSE, bytes(row.password))
    return opened.decode()


def seal_again(ring: KeyRing) -> int:
    """After a rotation of the keys: keep the password under the newest one; returns how many rows that were."""
    rows = [
        row for row in DowntimeSettings.objects.all() if int.from_bytes(bytes(row.password)[:4], "big") != ring.newest
    ]
    for row in rows:
        row.password = ring.seal(_PURPOSE, ring.open(_PURPOSE, bytes(row.password)))
        row.save(update_fields=["password"])
    return len(rows)
