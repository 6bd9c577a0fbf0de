"""Say until when working hours hold."""

from datetime import date
from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.practice import models
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def end_hours(*, actor: Actor, hours_id: UUID, on: date) -> None:
    """The last day these hours hold; hours that would end before they began never held. Booked visits stay booked."""
    row = models.WorkingHours.objects.select_for_update().filter(id=hours_id).first()
    if row is None:
        raise NotFound
    if on < row.valid_from:
        row.delete()
    else:
        row.valid_to = on
        row.save(update_fields=["valid_to"])
    record("hours", hours_id, until=on.isoformat())
