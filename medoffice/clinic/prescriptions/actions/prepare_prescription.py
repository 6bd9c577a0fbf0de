"""Prepare a prescription for a prescriber's signature."""

from uuid import UUID

from medoffice.clinic.charting.api import chart_of
from medoffice.clinic.charting.types import ListKind
from medoffice.clinic.prescriptions.actions.rows import TO_SIGN, columns_of, note
from medoffice.clinic.prescriptions.models import Prescription
from medoffice.clinic.prescriptions.queries.pharmacies import preferred_id
from medoffice.clinic.prescriptions.types.prescribing import Prescribed, State
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number, open_work, providers
from medoffice.records.encounters.api import encounter
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("prescriptions.prepare")
def prepare_prescription(
    *,
    actor: Actor,
    patient_id: UUID,
    prescriber_id: UUID,
    says: Prescribed,
    encounter_id: UUID | None = None,
    entry_id: UUID | None = None,
    follows: UUID | None = None,
    pharmacy_id: UUID | None = None,
) -> UUID:
    """Write it down; it waits for the prescriber, and is no prescription before they sign. Returns its id.

    ``entry_id`` is on the medication list what it goes on with; ``follows`` is the prescription that it renews;
    without ``pharmacy_id`` it goes to the pharmacy that the patient prefers, if they said one. Raises Invalid field by
    field, NotFound for a visit, an entry or a prescription of somebody else.
    """
    require(actor, "prescriptions.prepare", patient_id, encounter_id)
    patient(patient_id)
    who = next((one for one in providers() if one.id == prescriber_id), None)
    if who is None:
        raise Invalid("no-prescriber", "Only a prescriber signs.", "", {"fields": {"prescriber": ["Choose one."]}})
    _refuse_others(actor, patient_id, encounter_id, entry_id, follows)
    row = new_row(
        Prescription,
        number=next_number("RX"),
        patient_id=patient_id,
        encounter_id=encounter_id,
        prescriber_id=prescriber_id,
        state=State.PREPARED.value,
        entry_id=entry_id,
        follows_id=follows,
        pharmacy_id=pharmacy_id or preferred_id(patient_id),
        prepared_by=actor.name,
        prepared_at=clock.now(),
        **columns_of(says),
    )
    row.save(force_insert=True)
    note(actor, row, "prepared", row.sig_text)
    open_work(
        actor=actor,
        kind=TO_SIGN,
        title=f"Sign {row.number}",
        ref=Ref("prescription", row.id),
        patient_id=patient_id,
        visit_id=encounter_id,
        key=str(row.id),
    )
    record("prescription", row.id, subjects=[patient_id])
    return row.id


def _refuse_others(
    actor: Actor, patient_id: UUID, encounter_id: UUID | None, entry_id: UUID | None, follows: UUID | None
) -> None:
    """Raise NotFound for what is another patient's."""
    if encounter_id is not None and encounter(encounter_id).patient_id != patient_id:
        raise NotFound
    if follows is not None and not Prescription.objects.filter(id=follows, patient_id=patient_id).exists():
        raise NotFound
    if entry_id is not None:
        listed = chart_of(actor, patient_id).lists[ListKind.MEDICATION]
        if entry_id not in {one.entry_id for one in listed}:
            raise NotFound
