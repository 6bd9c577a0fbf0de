"""Close a site for a day."""

from datetime import date
from uuid import UUID

from medoffice.practice import models
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def close_site(*, actor: Actor, site_id: UUID, on: date, reason: str) -> UUID:
    """Close a site on a date, or correct the reason."""
    row, _ = models.Closure.objects.update_or_create(site_id=site_id, on=on, defaults={"reason": reason})
    record("closure", row.id)
    return row.id
