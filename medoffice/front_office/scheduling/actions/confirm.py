"""Note that the patient confirmed an appointment."""

from uuid import UUID

from medoffice.front_office.scheduling.actions.changing import change_state
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("appointments.book")
def confirm(*, actor: Actor, appointment_id: UUID) -> None:
    """Confirm."""
    change_state(actor, appointment_id, AppointmentState.CONFIRMED)
