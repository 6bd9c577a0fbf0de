"""Note that the fee of a missed visit was taken off the account again."""

from uuid import UUID

from medoffice.front_office.outreach.models import Missed
from medoffice.front_office.outreach.types.waitlist import FeeState
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("outreach.missed")
def note_fee_taken_back(*, actor: Actor, appointment_id: UUID, why: str) -> None:
    """The room that charged it says so. Raises NotFound if none of this visit was charged."""
    row = Missed.objects.select_for_update().filter(appointment_id=appointment_id, fee_state=FeeState.CHARGED).first()
    if row is None:
        raise NotFound
    require(actor, "outreach.missed", row.patient_id)
    row.fee_state, row.why, row.decided_by = FeeState.REVERSED, why.strip()[:200], actor.name
    row.save(update_fields=["fee_state", "why", "decided_by"])
    record("outreach_missed", row.id, subjects=[row.patient_id], fee=row.fee_state)
