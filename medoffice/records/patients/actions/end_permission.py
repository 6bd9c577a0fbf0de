"""End somebody's permission to speak for a patient; it stays on record."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.models import PermittedPerson
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.change")
def end_permission(*, actor: Actor, permitted_id: UUID) -> None:
    """End a permission in force. Raises NotFound if there is none."""
    row = PermittedPerson.objects.select_for_update().filter(id=permitted_id, ended_at=None).first()
    if row is None:
        raise NotFound
    require(actor, "patients.change", row.patient_id)
    row.ended_at = clock.now()
    row.save(update_fields=["ended_at"])
    record("permitted_person", row.id, subjects=[row.patient_id])
