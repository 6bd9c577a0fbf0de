"""Print a prescription, to be signed by hand."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.rows import held, note
from medoffice.clinic.prescriptions.models import PrescriptionEvent
from medoffice.clinic.prescriptions.queries.dispatches import PRINTED, was_sent
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.print")
def print_prescription(*, actor: Actor, prescription_id: UUID) -> int:
    """Which print of it this is; the first alone is valid, every later one is a copy and says so, as is any print of
    what a pharmacy has.

    Raises NotFound, Refusal for what is not signed or has ended, or where a label keeps it from paper.
    """
    row = held(actor, prescription_id, "prescriptions.print")
    if row.state != State.SIGNED:
        raise Refusal("not-signed", f"{row.number} is {row.state}.", "Only what is signed is printed.")
    sent = was_sent(row.id)
    count = PrescriptionEvent.objects.filter(prescription=row, what=PRINTED).count() + 1 + sent
    note(actor, row, PRINTED, "to be signed by hand" if count == 1 else f"copy {count - 1}, not valid for dispensing")
    record("prescription", row.id, subjects=[row.patient_id], print=count)
    return count
