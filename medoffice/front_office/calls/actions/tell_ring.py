"""The telephone system tells of a ring."""

from datetime import timedelta
from uuid import UUID

from medoffice.front_office.calls.actions.set_phone_door import secret_of
from medoffice.front_office.calls.models import PhoneDoor, Ring
from medoffice.front_office.calls.rules.signing import is_signed, ring_in
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST_A_MINUTE = 120
KEPT = timedelta(days=2)


@action("calls.ring")
def tell_ring(*, actor: Actor, stamp: str, body: bytes, signed: str) -> UUID:
    """Note a ring by the system's own number for it; the same again is the same ring, those of days ago go.

    The body is JSON: ``id``, ``from``, perhaps ``to``. Raises Refusal ``wrong-signature`` for what was not signed with
    the office's secret within five minutes, or while the door is shut; ``too-many-rings`` beyond 120 a minute; Invalid
    for what is no ring.
    """
    if not is_signed(secret_of(PhoneDoor.objects.filter(id=1).first()), stamp, body, signed, clock.now()):
        raise Refusal("wrong-signature", "This was not signed by the office's telephone system.")
    key, phone, line = ring_in(body)
    if not 0 < len(key) <= 80 or not 0 < len(phone) <= 24 or len(line) > 24:
        raise Invalid("ring-unreadable", "A ring has an id, a number in from, and perhaps a line in to.")
    known = Ring.objects.filter(key=key).first()
    if known is not None:
        record("ring", known.id)
        return known.id
    now = clock.now()
    if Ring.objects.filter(rang_at__gt=now - timedelta(minutes=1)).count() >= MOST_A_MINUTE:
        raise Refusal("too-many-rings", "More rings than an office has.", "Wait a minute.")
    Ring.objects.filter(rang_at__lt=now - KEPT, call=None).delete()
    row = Ring.objects.create(key=key, phone=phone, line=line, rang_at=now)
    record("ring", row.id)
    return row.id
