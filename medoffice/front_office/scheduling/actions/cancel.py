"""Cancel an appointment, saying why; the time is free again at once."""

from uuid import UUID

from medoffice.front_office.scheduling.actions.changing import change_state
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("appointments.book")
def cancel(*, actor: Actor, appointment_id: UUID, why: str) -> None:
    """Cancel. Raises Invalid without a reason, Refusal if it is over or under way."""
    if not why.strip():
        raise Invalid("reason-missing", "Say why it is cancelled.", "", {"fields": {"why": ["This is needed."]}})
    change_state(actor, appointment_id, AppointmentState.CANCELLED, why)
