"""Note that the patient allows somebody to speak with the office."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.records.patients.actions.rows import permitted_row
from medoffice.records.patients.models import Patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.change")
def permit_person(*, actor: Actor, patient_id: UUID, name: str, relation: str, phone: str = "") -> UUID:
    """Add a permitted person. Raises Invalid without a name or a relation."""
    require(actor, "patients.change", patient_id)
    if not Patient.objects.filter(id=patient_id).exists():
        raise NotFound
    wrong = {
        field: ["This is needed."] for field, typed in (("name", name), ("relation", relation)) if not typed.strip()
    }
    if wrong:
        raise Invalid("not-acceptable", "Say who may speak for the patient.", "", {"fields": wrong})
    row = permitted_row(patient_id, name, relation, phone, clock.now())
    row.save(force_insert=True)
    record("permitted_person", row.id, subjects=[patient_id])
    return row.id
