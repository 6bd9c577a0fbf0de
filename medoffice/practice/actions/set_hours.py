"""Say when a provider works."""

from datetime import date, time
from uuid import UUID

from medoffice.kernel.refusals import Invalid
from medoffice.practice import models
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def set_hours(
    *,
    actor: Actor,
    staff_id: UUID,
    site_id: UUID,
    weekday: int,
    starts: time,
    ends: time,
    valid_from: date,
    valid_to: date | None = None,
) -> UUID:
    """Add working hours on a weekday (0 = Monday) in the site's zone. Raises Invalid if they end before they start."""
    if ends <= starts or not 0 <= weekday <= 6:
        raise Invalid("hours-backwards", "These hours end before they start.", "Correct the times.")
    row = models.WorkingHours.objects.create(
        staff_id=staff_id,
        site_id=site_id,
        weekday=weekday,
        starts=starts,
        ends=ends,
        valid_from=valid_from,
        valid_to=valid_to,
    )
    record("hours", row.id)
    return row.id
