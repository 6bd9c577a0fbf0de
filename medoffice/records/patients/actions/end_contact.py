"""A further telephone or e-mail address is no longer the patient's."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.models import Contact
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.change")
def end_contact(*, actor: Actor, contact_id: UUID) -> None:
    """End it; it stays in the record. Raises NotFound if it is none or ended already."""
    row = Contact.objects.select_for_update().filter(id=contact_id, ended_at=None).first()
    if row is None:
        raise NotFound
    require(actor, "patients.change", row.patient_id)
    row.ended_at = clock.now()
    row.save(update_fields=["ended_at"])
    record("contact", row.id, subjects=[row.patient_id])
