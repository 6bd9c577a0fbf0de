"""End one's own access before the hour is over."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.acting import action, record
from medoffice.security.models import Access
from medoffice.security.types import Actor


@action("security.open_record")
def end_access(*, actor: Actor, access_id: UUID) -> None:
    """End it now. Raises NotFound unless it is the actor's and open."""
    now = clock.now()
    mine = Access.objects.select_for_update().filter(id=access_id, user_id=actor.id, ended_at=None, ends_at__gt=now)
    row = mine.first()
    if row is None:
        raise NotFound
    row.ended_at = now
    row.save(update_fields=["ended_at"])
    record("access", row.id, subjects=[row.subject])
