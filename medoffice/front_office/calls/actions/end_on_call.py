"""Take somebody off the list of who is on call."""

from uuid import UUID

from medoffice.front_office.calls.models import OnCall
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("calls.set_up")
def end_on_call(*, actor: Actor, on_call_id: UUID) -> None:
    """A turn that has begun ends now, one ahead is taken out. Raises NotFound for one that is over."""
    now = clock.now()
    row = OnCall.objects.select_for_update().filter(id=on_call_id, ends__gt=now).first()
    if row is None:
        raise NotFound
    if row.starts < now:
        row.ends = now
        row.save(update_fields=["ends"])
    else:
        row.delete()
    record("on_call", on_call_id)
