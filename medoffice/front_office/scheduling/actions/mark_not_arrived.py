"""Take back a mistaken arrival; called by check-in."""

from uuid import UUID

from medoffice.front_office.scheduling.actions.changing import change_state
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("appointments.book")
def mark_not_arrived(*, actor: Actor, appointment_id: UUID, why: str) -> None:
    """The appointment is booked again; one that was made for a walk-in is cancelled. Raises Refusal if not arrived."""
    row = change_state(actor, appointment_id, AppointmentState.BOOKED, why)
    if row.walk_in:
        change_state(actor, appointment_id, AppointmentState.CANCELLED, why)
