"""Close a site for a day."""

from datetime import date
from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.practice import models
from medoffice.practice.actions.refusing import needed, refuse_wrong
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def close_site(*, actor: Actor, site_id: UUID, on: date, reason: str) -> UUID:
    """Close a site on a date, or correct the reason. Visits booked that day stay booked. Raises Invalid without one."""
    refuse_wrong("reason-missing", reason=needed(reason))
    if not models.Site.objects.filter(id=site_id).exists():
        raise NotFound
    row, _ = models.Closure.objects.update_or_create(site_id=site_id, on=on, defaults={"reason": reason})
    record("closure", row.id)
    return row.id
