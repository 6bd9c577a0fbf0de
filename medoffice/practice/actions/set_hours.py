"""Say when a provider works."""

from datetime import date, time
from uuid import UUID

from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.practice import models
from medoffice.practice.queries import all_hours
from medoffice.practice.rules.hours import collision
from medoffice.security.api import action, record
from medoffice.security.types import Actor

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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
    """Add working hours on a weekday (0 = Monday) in the site's zone; a lunch break is two stretches.

    Raises Invalid if they end before they start, Refusal if the provider works then already, here or elsewhere.
    """
    if ends <= starts or not 0 <= weekday <= 6 or (valid_to is not None and valid_to < valid_from):
        words = "These hours end before they start."
        raise Invalid("hours-backwards", words, "Correct the times.", {"fields": {"ends": [words]}})
    if not models.Staff.objects.select_for_update().filter(id=staff_id).exists():
        raise NotFound
    other = collision(all_hours(staff_id), weekday, starts, ends, valid_from, valid_to)
    if other is not None:
        words = f"There are hours on {DAYS[weekday]} from {other.starts:%H:%M} to {other.ends:%H:%M} already."
        raise Refusal("hours-collide", words, "End those first, or choose other times.")
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
