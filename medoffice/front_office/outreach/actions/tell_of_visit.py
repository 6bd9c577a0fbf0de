"""Say something to a patient about a visit of theirs."""

from uuid import UUID

from medoffice.front_office.outreach.actions.queue_message import queue_message
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.front_office.scheduling.api import appointment, visit_type
from medoffice.kernel.trace import Ref
from medoffice.practice.api import site, staff_member
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("outreach.send")
def tell_of_visit(*, actor: Actor, appointment_id: UUID, purpose: Purpose, key: str, fee: str = "") -> UUID:
    """When it is, with whom, where, of what kind, as far as patient and visit allow. As ``queue_message``."""
    visit = appointment(appointment_id)
    values = {
        "at": visit.starts.isoformat(),
        "provider": staff_member(visit.provider_id).name,
        "site": site(visit.site_id).name,
        "kind": visit_type(visit.visit_type).name,
        "fee": fee,
    }
    return queue_message(
        actor=actor,
        patient_id=visit.patient_id,
        purpose=purpose,
        about=Ref("appointment", visit.id),
        key=key,
        values=values,
        visit_id=visit.id,
        site_id=visit.site_id,
    )
