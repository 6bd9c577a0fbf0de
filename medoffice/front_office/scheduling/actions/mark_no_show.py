"""Note that the patient did not come."""

from uuid import UUID

from medoffice.front_office.scheduling.actions.changing import change_state
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("appointments.book")
def mark_no_show(*, actor: Actor, appointment_id: UUID) -> None:
    """Mark as no-show. Raises Refusal before its time has come."""
    row = change_state(actor, appointment_id, AppointmentState.NO_SHOW)
    if row.during.lower > clock.now():
        raise Refusal("not-yet", "The appointment's time has not come yet.", "Cancel it instead.")
