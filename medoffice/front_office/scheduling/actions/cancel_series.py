"""Cancel a visit of a series and those after it, or all that still stand."""

from uuid import UUID

from medoffice.front_office.scheduling.actions.cancel import cancel
from medoffice.front_office.scheduling.actions.changing import locked
from medoffice.front_office.scheduling.actions.series_rows import standing
from medoffice.front_office.scheduling.types import Scope
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.book")
def cancel_series(*, actor: Actor, appointment_id: UUID, scope: Scope, why: str) -> int:
    """Cancel; returns how many. Visits that are past or over stay as they are. Raises Invalid without a reason."""
    row = locked(actor, appointment_id)
    visits = standing(row, scope)
    for one in visits:
        cancel(actor=actor, appointment_id=one.id, why=why)
    record("appointment", row.id, subjects=[row.patient_id], scope=scope.value, visits=len(visits))
    return len(visits)
