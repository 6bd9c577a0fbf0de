"""Say that a unit is away: a provider on leave, a device in repair."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.scheduling.actions.known_units import known_unit
from medoffice.front_office.scheduling.models import Away
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.set_up")
def set_away(*, actor: Actor, unit_id: UUID, starts: datetime, ends: datetime, reason: str) -> UUID:
    """Nothing can be booked then; visits that are booked stay and are listed. Raises Invalid per field."""
    wrong = {}
    if ends <= starts:
        wrong["ends"] = ["It ends before it starts."]
    if not reason.strip():
        wrong["reason"] = ["This is needed."]
    if wrong:
        raise Invalid("odd-absence", "Some fields need another look.", "Correct them.", {"fields": wrong})
    unit = known_unit(unit_id)
    row = Away.objects.create(unit_id=unit.id, during=(starts, ends), reason=reason.strip()[:80])
    record("unit", unit.id, away=str(row.id))
    return row.id
