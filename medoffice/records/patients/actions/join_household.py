"""Put a patient into another patient's household."""

from uuid import UUID

from medoffice.kernel.ids import new_id
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.patients.models import Patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.change")
def join_household(*, actor: Actor, patient_id: UUID, other_id: UUID) -> UUID:
    """The two live together from now on; returns the household. Raises Refusal for a patient with themselves."""
    if patient_id == other_id:
        raise Refusal("same-patient", "This is the patient itself.", "Choose somebody else of the household.")
    for one in (patient_id, other_id):
        require(actor, "patients.change", one)
    rows = {row.id: row for row in Patient.objects.select_for_update().filter(id__in=[patient_id, other_id])}
    if len(rows) < 2:
        raise NotFound
    home = rows[other_id].household_id or new_id()
    Patient.objects.filter(id__in=rows).update(household_id=home)
    record("patient", patient_id, subjects=rows)
    return home
