"""Take in that somebody asks for a medicine again."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.renewing import open_renewal_work
from medoffice.clinic.prescriptions.models import Prescription, Renewal
from medoffice.clinic.prescriptions.types.renewals import Asking, Stands
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.rows import new_row
from medoffice.practice.api import next_number
from medoffice.records.patients.api import patient
from medoffice.security.api import action, can, record, require
from medoffice.security.types import Actor

OPEN = (Stands.NEW, Stands.READY)


@action("renewals.ask")
def ask_renewal(*, actor: Actor, patient_id: UUID, asking: Asking, prescription_id: UUID | None = None) -> UUID:
    """Write the request down; it is an assistant's work at once. Returns its id.

    While one of the same prescription is open, or one in the same words that the actor may know, that one is meant:
    whoever asks twice is answered once. Raises Invalid by field, NotFound for a prescription of somebody else.
    """
    require(actor, "renewals.ask", patient_id)
    patient(patient_id)
    wrong = {
        name: ["This is needed."]
        for name, said in (("medicine", asking.medicine), ("asker", asking.asker))
        if not said.strip()
    }
    if wrong:
        raise Invalid("renewal-unsaid", "Some fields need another look.", "", {"fields": wrong})
    before = Prescription.objects.filter(id=prescription_id, patient_id=patient_id).first() if prescription_id else None
    if prescription_id and before is None:
        raise NotFound
    again = _asked_already(actor, patient_id, before, asking.medicine)
    if again is not None:
        record("renewal", again.id, subjects=[patient_id], again=True)
        return again.id
    row = new_row(
        Renewal,
        number=next_number("RN"),
        patient_id=patient_id,
        encounter_id=before.encounter_id if before else None,
        prescription_id=before.id if before else None,
        medicine=asking.medicine.strip()[:200],
        way=asking.way.value,
        asker=asking.asker.strip()[:120],
        pharmacy=asking.pharmacy.strip()[:120],
        answer_to=asking.answer_to.strip()[:60],
        note=asking.note.strip()[:300],
        stands=Stands.NEW.value,
        asked_at=clock.now(),
        asked_by=actor.name,
    )
    row.save(force_insert=True)
    open_renewal_work(actor, row, Stands.NEW)
    record("renewal", row.id, subjects=[patient_id], way=asking.way.value)
    return row.id


def _asked_already(actor: Actor, patient_id: UUID, before: Prescription | None, medicine: str) -> Renewal | None:
    words = medicine.strip().casefold()
    for row in Renewal.objects.filter(patient_id=patient_id, stands__in=OPEN).order_by("asked_at", "id"):
        if before is not None and row.prescription_id == before.id:
            return row
        either = before is None or row.prescription_id is None
        same = either and row.medicine.casefold() == words
        if same and can(actor, "renewals.read", patient_id, row.encounter_id):
            return row
    return None
