"""A ring was answered."""

from uuid import UUID

from medoffice.front_office.calls.models import Ring
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.take")
def answer_ring(*, actor: Actor, ring_id: UUID, call_id: UUID) -> None:
    """The call that a ring became; it rings no more. One that is gone by now changes nothing."""
    Ring.objects.filter(id=ring_id, call=None).update(call_id=call_id)
    record("ring", ring_id)
