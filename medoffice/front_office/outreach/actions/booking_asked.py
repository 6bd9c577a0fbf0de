"""Book what was asked for on the web, for a patient or for somebody who is registered by it."""

from uuid import UUID

from medoffice.front_office.outreach.actions.tell_of_visit import tell_of_visit
from medoffice.front_office.outreach.models import Asked
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.front_office.outreach.types.visits import AskedState
from medoffice.front_office.scheduling.api import book, visit_type
from medoffice.records.patients.api import register_patient
from medoffice.records.patients.types.card import CardCause
from medoffice.records.patients.types.people import PatientName
from medoffice.security.types import Actor

UNCHECKED = "Registered on the web; identity not checked"


def book_asked(actor: Actor, row: Asked, patient_id: UUID | None) -> UUID:
    """The visit, told to the patient; without a patient somebody new is registered. Raises as ``book``."""
    row.patient_id = patient_id or register_patient(
        actor=actor,
        name=PatientName(row.family, row.given),
        sex="U",
        birth_date=row.birth_date,
        phone=row.phone,
        email=row.email,
        language=row.language,
        alert=UNCHECKED,
        cause=CardCause("asked", row.id),
    )
    row.appointment_id = book(
        actor=actor,
        patient_id=row.patient_id,
        provider_id=row.provider_id,
        site_id=row.site_id,
        starts=row.starts,
        visit_type=row.visit_type_id,
        reason=f"{visit_type(row.visit_type_id).name}, asked for on the web",
        hold_id=row.hold_id,
    )
    row.state, row.decided_by = AskedState.BOOKED, actor.name
    row.save()
    key = f"booked {row.id}"
    tell_of_visit(actor=actor, appointment_id=row.appointment_id, purpose=Purpose.BOOKED, key=key)
    return row.appointment_id
