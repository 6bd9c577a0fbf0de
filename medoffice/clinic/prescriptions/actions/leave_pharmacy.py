"""Note that a patient uses a pharmacy no more."""

from uuid import UUID

from medoffice.clinic.prescriptions.models import PatientPharmacy
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("pharmacies.choose")
def leave_pharmacy(*, actor: Actor, patient_id: UUID, pharmacy_id: UUID) -> None:
    """It is not theirs from now on; what was sent there stays there. Raises NotFound."""
    require(actor, "pharmacies.choose", patient_id)
    theirs = PatientPharmacy.objects.filter(patient_id=patient_id, pharmacy_id=pharmacy_id, used=True)
    if not theirs.update(used=False, preferred=False, said_by=actor.name, said_at=clock.now()):
        raise NotFound
    record("pharmacy", pharmacy_id, subjects=[patient_id], left=True)
