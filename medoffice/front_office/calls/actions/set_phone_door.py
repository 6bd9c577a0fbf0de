"""Open or close the telephone system's door."""

from django.conf import settings

from medoffice.front_office.calls.models import PhoneDoor
from medoffice.front_office.calls.rules.signing import SHORTEST
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.kernel.secrets import KeyRing
from medoffice.security.api import action, record
from medoffice.security.types import Actor

PURPOSE = "phone door"


@action("calls.set_up")
def set_phone_door(*, actor: Actor, secret: str) -> None:
    """Set the secret the telephone system signs with; blank shuts the door. Raises Invalid for a short one."""
    typed = secret.strip()
    if typed and (len(typed) < SHORTEST or len(set(typed)) < SHORTEST // 3):
        why = f"Take {SHORTEST} characters or more, made by chance."
        raise Invalid("secret-weak", "This secret is too easy.", why, {"fields": {"secret": [why]}})
    sealed = settings.KEYS.seal(PURPOSE, typed.encode()) if typed else b""
    PhoneDoor.objects.update_or_create(id=1, defaults={"secret": sealed, "set_by": actor.name, "set_at": clock.now()})
    record("phone_door", open=bool(typed))


def secret_of(row: PhoneDoor | None) -> bytes:
    """The secret of the door; empty while it is shut."""
    if row is None or not bytes(row.secret):
        return b""
    opened: bytes = settings.KEYS.open(PURPOSE, bytes(row.secret))
    return opened


def seal_door_again(ring: KeyRing) -> int:
    """After a rotation of the keys: keep the secret under the newest one; returns how many rows that were."""
    rows = [row for row in PhoneDoor.objects.all() if bytes(row.secret)]
    old = [row for row in rows if int.from_bytes(bytes(row.secret)[:4], "big") != ring.newest]
    for row in old:
        row.secret = ring.seal(PURPOSE, ring.open(PURPOSE, bytes(row.secret)))
        row.save(update_fields=["secret"])
    return len(old)
