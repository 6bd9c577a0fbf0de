"""Note that the patient has arrived; called by check-in."""

from uuid import UUID

from medoffice.front_office.scheduling.actions.changing import change_state
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("appointments.book")
def mark_arrived(*, actor: Actor, appointment_id: UUID) -> None:
    """Mark as arrived; someone marked as no-show may still come."""
    change_state(actor, appointment_id, AppointmentState.ARRIVED)
