"""Put another diagnosis code into what is asked of a laboratory and has not gone out."""

from uuid import UUID

from medoffice.clinic.orders.actions.lab_work import looked_at_again, mine, save
from medoffice.clinic.orders.types import OPEN, RequisitionState
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.security.api import action, can, record
from medoffice.security.types import Actor
from medoffice.standards.terminology.api import bare, dotted


@action("orders.place")
def recode_requisition(*, actor: Actor, requisition_id: UUID, seen_version: int, old: str, new: str) -> None:
    """It says the new code, and what may go is judged by it. What is signed only a provider changes, and signs anew.

    Raises NotFound, Refusal for what has gone out or says another code by now, or was changed meanwhile.
    """
    row = mine(actor, "orders.place", requisition_id, seen_version)
    if row.state not in OPEN or row.message is not None:
        raise Refusal("out-already", f"It is {row.state}: the laboratory may have it.", "Tell the laboratory.")
    said = [dotted(bare(one)) or one for one in row.diagnoses]
    if old not in said:
        raise Refusal("changed-meanwhile", f"It no longer says {old}.", "Open the update again.")
    signed = row.signed_at is not None
    if signed:
        if not can(actor, "orders.sign", row.patient_id, row.encounter_id):
            raise Refusal("signed-already", f"{row.signed_by} signed it.", "Leave it to a provider.")
        row.signed_by, row.signed_at = actor.name, clock.now()
    row.diagnoses = list(dict.fromkeys(new if one == old else one for one in said))
    if row.state in (RequisitionState.NOTICE, RequisitionState.TO_SEND):
        looked_at_again(actor, row)
    save(actor, row)
    record("requisition", row.id, subjects=[row.patient_id], old=old, new=new, signed_anew=signed)
