"""End the link that is out for a visit: the device is back at the desk."""

from uuid import UUID

from medoffice.front_office.forms.models import Link
from medoffice.front_office.scheduling.api import appointment
from medoffice.kernel import clock
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("forms.hand")
def end_link(*, actor: Actor, appointment_id: UUID) -> None:
    """Nothing more can be filled there; what was signed stays."""
    booked = appointment(appointment_id)
    require(actor, "forms.hand", booked.patient_id)
    ended = end_links(booked.id)
    record("appointment", booked.id, subjects=[booked.patient_id], form_links_ended=ended)


def end_links(appointment_id: UUID) -> int:
    """End what is out for a visit, inside the act of whoever does; returns how many links."""
    return Link.objects.filter(appointment_id=appointment_id, ended_at=None).update(ended_at=clock.now())
