"""Changing an appointment's state: lock, look at the rule, write. Shared by the verbs."""

from uuid import UUID

from django.db import IntegrityError, transaction

from medoffice.front_office.scheduling.actions.rows import appointment_changed
from medoffice.front_office.scheduling.models import Appointment, Holding
from medoffice.front_office.scheduling.rules.states import may_become
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, AppointmentState, TimeFreed
from medoffice.kernel import clock
from medoffice.kernel.facts import publish
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import record, require
from medoffice.security.types import Actor


def locked(actor: Actor, appointment_id: UUID) -> Appointment:
    """An appointment that nobody else changes until the action ends. Raises NotFound."""
    row = Appointment.objects.select_for_update().filter(id=appointment_id).first()
    if row is None:
        raise NotFound
    require(actor, "appointments.book", row.patient_id)
    return row


def change_state(actor: Actor, appointment_id: UUID, state: AppointmentState, why: str = "") -> Appointment:
    """Bring an appointment to a state it may have from its present one. Raises Refusal in words otherwise."""
    row = locked(actor, appointment_id)
    if not may_become(AppointmentState(row.state), state):
        words = f"This appointment is {_says(row.state)}; it cannot become {_says(state)}."
        raise Refusal("no-such-change", words, "Look at the schedule: somebody may have changed it.")
    held = row.state in HOLDS_THE_SLOT
    change = appointment_changed(row, (), state, why, actor.name, clock.now())
    try:
        with transaction.atomic():
            row.save(update_fields=["state", "why", "version"])
            if held is not (state in HOLDS_THE_SLOT):
                Holding.objects.filter(appointment_id=row.id).update(live=not held)
    except IntegrityError as error:
        if "no_lane_held_twice" not in str(error):
            raise
        words = "This time was given to somebody else after the patient did not come."
        raise Refusal("slot-given-away", words, "Take the patient as a walk-in, or book another time.") from error
    change.save(force_insert=True)
    if held and state not in HOLDS_THE_SLOT:
        publish(TimeFreed(row.id, row.patient_id, state), subject=row.id)
    record("appointment", row.id, subjects=[row.patient_id], state=state.value)
    return row


def _says(state: str) -> str:
    return state.replace("_", " ")
