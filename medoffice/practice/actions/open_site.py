"""Take back that a site is closed on a day."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.practice import models
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def open_site(*, actor: Actor, closure_id: UUID) -> None:
    """The site is open that day after all."""
    row = models.Closure.objects.filter(id=closure_id).first()
    if row is None:
        raise NotFound
    record("site", row.site_id, opened=row.on.isoformat())
    row.delete()
