"""Changing an appointment's state: lock, look at the rule, write. Shared by the verbs."""

from uuid import UUID

from medoffice.front_office.scheduling.models import Appointment
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import record, require
from medoffice.security.types import Actor

_OPEN = frozenset({AppointmentState.BOOKED, AppointmentState.CONFIRMED})
FROM: dict[AppointmentState, frozenset[AppointmentState]] = {
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
        words = f"This appointment is {row.state.replace('_', ' ')}; it cannot be {state.replace('_', ' ')}."
        raise Refusal("no-such-change", words, "Look at the schedule: somebody may have changed it.")
    row.state, row.why, row.version = state, why.strip()[:200], row.version + 1
    row.save(update_fields=["state", "why", "version"])
    record("appointment", row.id, subjects=[row.patient_id], state=state.value)
    return row
