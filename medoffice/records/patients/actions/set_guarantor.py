"""Say who pays for a patient what insurance does not."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.patients.models import Patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("patients.change")
def set_guarantor(*, actor: Actor, patient_id: UUID, guarantor_id: UUID | None) -> None:
    """Statements go to them from now on; None: the patient pays. Raises Refusal for a patient with themselves."""
    if patient_id == guarantor_id:
        raise Refusal("same-patient", "This is the patient itself.", "Say that the patient pays.")
    for one in filter(None, (patient_id, guarantor_id)):
        require(actor, "patients.change", one)
    row = Patient.objects.select_for_update().filter(id=patient_id).first()
    if row is None or (guarantor_id and not Patient.objects.filter(id=guarantor_id).exists()):
        raise NotFound
    row.guarantor_id = guarantor_id
    row.save(update_fields=["guarantor"])
    record("patient", patient_id, subjects=list(filter(None, (patient_id, guarantor_id))))
