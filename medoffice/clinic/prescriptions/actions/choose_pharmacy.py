"""Note that a patient uses a pharmacy."""

from uuid import UUID

from medoffice.clinic.prescriptions.models import PatientPharmacy, Pharmacy
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("pharmacies.choose")
def choose_pharmacy(*, actor: Actor, patient_id: UUID, pharmacy_id: UUID, preferred: bool = True) -> None:
    """They use it, and prefer it to the others if ``preferred``; the first is the preferred one whatever is said.

    Doing it again changes nothing. Raises NotFound, Refusal for one that has closed.
    """
    require(actor, "pharmacies.choose", patient_id)
    patient(patient_id)
    found = Pharmacy.objects.filter(id=pharmacy_id).first()
    if found is None:
        raise NotFound
    if not found.used:
        raise Refusal("pharmacy-closed", f"{found.name} is offered no more.", "Ask the patient for another.")
    theirs = PatientPharmacy.objects.select_for_update().filter(patient_id=patient_id)
    first = preferred or not theirs.filter(preferred=True).exists()
    if first:
        theirs.exclude(pharmacy_id=pharmacy_id).update(preferred=False)
    row = theirs.filter(pharmacy_id=pharmacy_id).first() or PatientPharmacy(
        patient_id=patient_id, pharmacy_id=pharmacy_id
    )
    row.used, row.preferred = True, first or row.preferred
    row.said_by, row.said_at = actor.name, clock.now()
    row.save()
    record("pharmacy", pharmacy_id, subjects=[patient_id], preferred=first)
