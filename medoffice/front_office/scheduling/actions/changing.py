"""Changing an appointment's state: lock, look at the rule, write. Shared by the verbs."""

from uuid import UUID

from django.db import IntegrityError, transaction

from medoffice.front_office.scheduling.actions.rows import appointment_changed
from medoffice.front_office.scheduling.models import Appointment
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import record, require
from medoffice.security.types import Actor

_OPEN = frozenset({AppointmentState.BOOKED, AppointmentState.CONFIRMED})
FROM: dict[AppointmentState, frozenset[AppointmentState]] = {
    AppointmentState.BOOKED: frozenset({AppointmentState.ARRIVED}),
    AppointmentState.CONFIRMED: _OPEN,
    AppointmentState.ARRIVED: _OPEN | {AppointmentState.NO_SHOW},
    AppointmentState.CANCELLED: _OPEN,
    AppointmentState.MOVED: _OPEN,
    AppointmentState.NO_SHOW: _OPEN,
}


def change_state(actor: Actor, appointment_id: UUID, state: AppointmentState, why: str = "") -> Appointment:
    """Bring an appointment to a state it may have from its present one. Raises Refusal in words otherwise."""
    row = Appointment.objects.select_for_update().filter(id=appointment_id).first()
    if row is None:
        raise NotFound
    require(actor, "appointments.book", row.patient_id)
    if AppointmentState(row.state) not in FROM[state]:
        words = f"This appointment is {_says(row.state)}; it cannot become {_says(state)}."
        raise Refusal("no-such-change", words, "Look at the schedule: somebody may have changed it.")
    appointment_changed(row, state, why)
    try:
        with transaction.atomic():
            row.save(update_fields=["state", "why", "version"])
    except IntegrityError as error:
        if "no_double_booking" not in str(error):
            raise
        words = "This time was given to somebody else after the patient did not come."
        raise Refusal("slot-given-away", words, "Take the patient as a walk-in, or book another time.") from error
    record("appointment", row.id, subjects=[row.patient_id], state=state.value)
    return row


def _says(state: str) -> str:
    return state.replace("_", " ")
