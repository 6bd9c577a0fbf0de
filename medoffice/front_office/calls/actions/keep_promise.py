"""Do what was promised."""

from uuid import UUID

from medoffice.front_office.calls.actions.promising import done
from medoffice.front_office.calls.models import Promise
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("calls.take")
def keep_promise(*, actor: Actor, promise_id: UUID, how: str = "done") -> None:
    """Mark a promise done; it counts as kept if it was in time. Again changes nothing. Raises NotFound."""
    row = Promise.objects.select_for_update(of=("self",)).select_related("call").filter(id=promise_id).first()
    if row is None:
        raise NotFound
    require(actor, "calls.take", row.call.patient_id)
    if row.done_at is None:
        done(actor, row, how, clock.now())
    record("call", row.call_id, subjects=[row.call.patient_id] if row.call.patient_id else [])
