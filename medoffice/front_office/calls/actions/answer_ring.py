"""A ring was answered."""

from uuid import UUID

from medoffice.front_office.calls.models import Ring
from medoffice.front_office.calls.rules.ringing import same_number
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.take")
def answer_ring(*, actor: Actor, ring_id: UUID, call_id: UUID) -> None:
    """The call that a ring became; it rings no more, and nobody need call that number back.

    One that is gone by now changes nothing.
    """
    row = Ring.objects.filter(id=ring_id).first()
    if row is not None:
        for other in Ring.objects.filter(call=None, seen_to=True):
            if same_number(other.phone) == same_number(row.phone):
                finish_work_about(actor=actor, ref=Ref("ring", other.id), outcome="taken")
    Ring.objects.filter(id=ring_id, call=None).update(call_id=call_id)
    record("ring", ring_id)
