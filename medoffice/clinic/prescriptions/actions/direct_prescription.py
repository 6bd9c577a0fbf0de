"""Say to which pharmacy a prescription goes."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.rows import held, note
from medoffice.clinic.prescriptions.models import Pharmacy
from medoffice.clinic.prescriptions.types.prescribing import State
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.prepare")
def direct_prescription(*, actor: Actor, prescription_id: UUID, pharmacy_id: UUID) -> None:
    """It goes there, which is no part of what was signed. Raises NotFound, Refusal for what has ended."""
    row = held(actor, prescription_id, "prescriptions.prepare")
    where = Pharmacy.objects.filter(id=pharmacy_id, used=True).first()
    if where is None:
        raise NotFound
    if row.state not in (State.PREPARED, State.SIGNED):
        raise Refusal("not-signed", f"{row.number} is {row.state}.", "Only what holds goes to a pharmacy.")
    if row.pharmacy_id != where.id:
        row.pharmacy, row.changed_by, row.changed_at = where, actor.name, clock.now()
        row.save(update_fields=["pharmacy", "changed_by", "changed_at"])
        note(actor, row, "pharmacy", where.name)
    record("prescription", row.id, subjects=[row.patient_id])
