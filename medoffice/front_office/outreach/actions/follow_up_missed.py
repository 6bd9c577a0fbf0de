"""Note what came of following up a missed visit."""

from uuid import UUID

from medoffice.front_office.outreach.models import Missed
from medoffice.front_office.outreach.types.waitlist import FeeState
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("outreach.missed")
def follow_up_missed(*, actor: Actor, missed_id: UUID, outcome: str) -> None:
    """The follow-up is done. Raises Invalid without an outcome, Refusal while a fee is to be decided."""
    row = Missed.objects.filter(id=missed_id).first()
    if row is None:
        raise NotFound
    require(actor, "outreach.missed", row.patient_id)
    if not outcome.strip():
        raise Invalid("outcome-missing", "Say what came of it.", "", {"fields": {"outcome": ["This is needed."]}})
    if row.fee_state == FeeState.OPEN:
        raise Refusal("fee-open", "The fee is not decided yet.", "Take it or waive it.")
    finish_work_about(actor=actor, ref=Ref("outreach_missed", row.id), outcome=outcome)
    record("outreach_missed", row.id, subjects=[row.patient_id])
