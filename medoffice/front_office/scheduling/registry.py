"""What the schedule offers to later rooms: its place in the chain."""

from uuid import UUID

from medoffice.front_office.scheduling.queries import appointment, appointment_numbered, appointments_from_call
from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, finders, register_effects, tracers
from medoffice.practice.api import staff_member
from medoffice.ui.navigation import NavItem, register_navigation


def _trace(appointment_id: UUID) -> Step | None:
    try:
        booked = appointment(appointment_id)
    except NotFound:
        return None
    details = [("state", booked.state.replace("_", " ")), ("booked by", booked.booked_by)]
    return Step(
        ref=Ref("appointment", booked.id),
        stage="appointment",
        title=f"Appointment {booked.number}" + (" (walk-in)" if booked.walk_in else ""),
        words=f"{booked.reason}, with {staff_member(booked.provider_id).name}",
        causes=(Ref("call", booked.call_id),) if booked.call_id else (),
        at=booked.starts,
        who=booked.booked_by,
        details=tuple(details),
        subject=booked.patient_id,
    )


def _find(text: str) -> Ref | None:
    found = appointment_numbered(text.upper())
    return Ref("appointment", found) if found else None


def _of_call(call_id: UUID) -> list[Ref]:
    return [Ref("appointment", found) for found in appointments_from_call(call_id)]


tracers.register("appointment", _trace)
finders.register("appointment", _find)
register_effects("call", _of_call)
register_navigation(NavItem("schedule", "Schedule", "scheduling:day", "appointments.read", 20))
