"""Change a prescription that is not signed yet."""

from uuid import UUID

from medoffice.clinic.prescriptions.actions.rows import columns_of, held, note
from medoffice.clinic.prescriptions.types.prescribing import Prescribed, State
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.versions import save_changes
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("prescriptions.prepare")
def change_prescription(*, actor: Actor, prescription_id: UUID, says: Prescribed, seen_version: int) -> None:
    """What it says from now on. Raises NotFound, Invalid field by field, Conflict if somebody changed it meanwhile,

    Refusal if it was signed or withdrawn.
    """
    row = held(actor, prescription_id, "prescriptions.prepare")
    if row.state != State.PREPARED:
        raise Refusal("not-to-sign", f"{row.number} is {row.state}; it stays as it is.", "Prescribe it anew.")
    fresh, changed = save_changes(row, columns_of(says), seen_version=seen_version, by=actor.name)
    if changed:
        note(actor, fresh, "changed", fresh.sig_text)
    record("prescription", row.id, subjects=[row.patient_id], changed=changed)
