"""Move a visit of a series and those after it, or all that still stand."""

from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.scheduling.actions.changing import change_state, locked
from medoffice.front_office.scheduling.actions.placing import Wanted, place_all
from medoffice.front_office.scheduling.actions.series_rows import standing
from medoffice.front_office.scheduling.types import AppointmentState, Scope
from medoffice.practice.api import site
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.book")
def change_series(
    *,
    actor: Actor,
    appointment_id: UUID,
    scope: Scope,
    at: time,
    days: int = 0,
    provider_id: UUID | None = None,
) -> int:
    """Bring the visits to another time of day (by the site's clock), some days on, or to another provider: all or none.

    Visits that are past or over stay as they are. Returns how many were moved; raises as ``book_series``.
    """
    row = locked(actor, appointment_id)
    moved, wanted = [], []
    for old in standing(row, scope):
        zone = ZoneInfo(site(old.site_id).zone)
        on = old.during.lower.astimezone(zone).date() + timedelta(days=days)
        moved.append(change_state(actor, old.id, AppointmentState.MOVED))
        wanted.append(
            Wanted(
                patient_id=old.patient_id,
                provider_id=provider_id or old.provider_id,
                site_id=old.site_id,
                starts=datetime.combine(on, at, zone),
                kind=old.visit_type_id,
                reason=old.reason,
                call_id=old.call_id,
                series_id=old.series_id,
            )
        )
    for old, new_id in zip(moved, place_all(actor, wanted), strict=True):
        old.moved_to_id = new_id
        old.save(update_fields=["moved_to"])
    record("appointment", row.id, subjects=[row.patient_id], scope=scope.value, visits=len(moved))
    return len(moved)
