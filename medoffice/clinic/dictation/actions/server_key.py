"""The key that the office's server asks for: sealed, for the one address it was given for."""

from dataclasses import replace

from django.conf import settings

from medoffice.clinic.dictation.models import DictationHearingKey
from medoffice.clinic.dictation.types.servers import Hearing, HearingServer, KeyState
from medoffice.kernel import clock
from medoffice.kernel.secrets import KeyRing
from medoffice.security.types import Actor

_PURPOSE = "hearing server"


def settle_key(actor: Actor, server: HearingServer, *, forget: bool) -> str:
    """Keep the key of a server that is named from now on; what became of it, in a word.

    Without a key the one that is kept stays, but at its own address alone: at another it is dropped.
    """
    row = DictationHearingKey.objects.select_for_update().filter(id=1).first()
    if server.key:
        _keep(actor, KeyState.KEPT, server.address, server.key)
        return "new"
    if row is None or row.state == KeyState.NONE:
        return "none"
    if row.state == KeyState.KEPT and row.address == server.address and not forget:
        return "kept"
    moved = row.state == KeyState.KEPT and not forget
    _keep(actor, KeyState.DROPPED if moved else KeyState.NONE)
    return "dropped" if moved else "none" if row.state == KeyState.DROPPED else "removed"


def with_key(by: Hearing) -> Hearing:
    """Who hears, for who asks it: with the key of its server. Raises Refusal for one that cannot be opened any more."""
    row = DictationHearingKey.objects.filter(state=KeyState.KEPT, address=by.server.address).first()
    if row is None:
        return by
    opened: bytes = settings.KEYS.open(_PURPOSE, bytes(row.secret), row.address.encode())
    return replace(by, server=replace(by.server, key=opened.decode()))


def seal_key_again(ring: KeyRing) -> int:
    """After a rotation of the keys: keep the key under the newest one; returns how many rows that were."""
    rows = DictationHearingKey.objects.filter(state=KeyState.KEPT)
    old = [row for row in rows if int.from_bytes(bytes(row.secret)[:4], "big") != ring.newest]
    for row in old:
        bound = row.address.encode()
        row.secret = ring.seal(_PURPOSE, ring.open(_PURPOSE, bytes(row.secret), bound), bound)
        row.save(update_fields=["secret"])
    return len(old)


def _keep(actor: Actor, state: KeyState, address: str = "", key: str = "") -> None:
    sealed = settings.KEYS.seal(_PURPOSE, key.encode(), address.encode()) if key else b""
    told = {"state": state, "address": address, "secret": sealed, "by": actor.name, "at": clock.now()}
    DictationHearingKey.objects.update_or_create(id=1, defaults=told)
