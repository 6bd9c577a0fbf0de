"""Say when a provider works in a usual week."""

from datetime import date, time
from uuid import UUID

from medoffice.practice.actions.set_hours import set_hours
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("practice.set_up")
def set_week(
    *,
    actor: Actor,
    staff_id: UUID,
    site_id: UUID,
    weekdays: list[int],
    stretches: list[tuple[time, time]],
    valid_from: date,
) -> None:
    """Add the same stretches on every one of these weekdays: all or none. Raises the refusals of ``set_hours``."""
    for weekday in weekdays:
        for starts, ends in stretches:
            set_hours(
                actor=actor,
                staff_id=staff_id,
                site_id=site_id,
                weekday=weekday,
                starts=starts,
                ends=ends,
                valid_from=valid_from,
            )
    record("staff", staff_id)
