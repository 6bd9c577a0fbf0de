"""Cancel an appointment, saying why; what it held is free again at once."""

from uuid import UUID

from medoffice.front_office.scheduling.actions.changing import change_state, locked
from medoffice.front_office.scheduling.rules.states import cancelled_as
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("appointments.book")
def cancel(*, actor: Actor, appointment_id: UUID, why: str) -> None:
    """Cancel; less than a day before it is a late one. Raises Invalid without a reason, Refusal if under way."""
    if not why.strip():
        raise Invalid("reason-missing", "Say why it is cancelled.", "", {"fields": {"why": ["This is needed."]}})
    starts = locked(actor, appointment_id).during.lower
    change_state(actor, appointment_id, cancelled_as(starts, clock.now()), why)
