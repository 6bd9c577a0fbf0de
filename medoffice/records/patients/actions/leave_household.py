"""Take a patient out of the household."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.records.patients.models import Patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.change")
def leave_household(*, actor: Actor, patient_id: UUID) -> None:
    """The patient lives alone here from now on; the others stay together."""
    require(actor, "patients.change", patient_id)
    if not Patient.objects.filter(id=patient_id).update(household_id=None):
        raise NotFound
    record("patient", patient_id, subjects=[patient_id])
