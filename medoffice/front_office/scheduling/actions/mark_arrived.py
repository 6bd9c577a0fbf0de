"""Note that the patient has arrived; called by check-in."""

from uuid import UUID

from medoffice.front_office.scheduling.actions.changing import change_state
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("appointments.book")
def mark_arrived(*, actor: Actor, appointment_id: UUID, case_id: UUID | None = None) -> None:
    """Mark as arrived; someone marked as no-show may still come. ``case_id`` is the case it is billed to after all."""
    row = change_state(actor, appointment_id, AppointmentState.ARRIVED)
    if row.case_id != case_id:
        row.case_id = case_id
        row.save(update_fields=["case_id"])
