"""Start coding a visit."""

from uuid import UUID

from medoffice.clinic.charting.api import note_of
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.records.encounters.api import encounter
from medoffice.revenue.coding.actions.rows import coding_row
from medoffice.revenue.coding.models import Coding
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("coding.code")
def start_coding(*, actor: Actor, encounter_id: UUID) -> UUID:
    """Open the codes of a visit; if they are open already, those. Raises Refusal until its note is signed, and
    for one that was retracted.
    """
    visit = encounter(encounter_id)
    require(actor, "coding.code", visit.patient_id, encounter_id)
    existing = Coding.objects.filter(encounter_id=encounter_id).first()
    if existing is not None:
        return existing.id
    written = note_of(encounter_id)
    if written is None or not written.signed:
        raise Refusal("note-unsigned", "The note of this visit is not signed yet.", "Ask the provider to sign it.")
    if written.retracted:
        raise Refusal("note-retracted", "The note of this visit was retracted.", "Wait for its amended version.")
    row = coding_row(
        encounter_id=encounter_id,
        patient_id=visit.patient_id,
        note_id=written.id,
        on=visit.date,
        coder=actor.name,
        at=clock.now(),
    )
    row.save(force_insert=True)
    record("coding", row.id, subjects=[visit.patient_id])
    return row.id
