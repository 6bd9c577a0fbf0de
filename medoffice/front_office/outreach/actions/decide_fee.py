"""Take or waive the fee of a missed visit, and close its follow-up."""

from uuid import UUID

from medoffice.front_office.outreach.models import Missed
from medoffice.front_office.outreach.offers import fees
from medoffice.front_office.outreach.types.waitlist import FeeState
from medoffice.front_office.scheduling.api import appointment
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("outreach.missed")
def decide_fee(*, actor: Actor, missed_id: UUID, take: bool, why: str = "") -> None:
    """Put it on the account, or let it go, saying why. A decision stays.

    Raises Refusal if there is none to decide, or if the patient came after all (then it can only be waived).
    """
    row = _held(actor, missed_id)
    if row.fee_state != FeeState.OPEN:
        raise Refusal("fee-decided", f"This fee is {row.fee_state}.", "Look at the account.")
    if take:
        _take(actor, row)
    elif why.strip():
        row.fee_state, row.why = FeeState.WAIVED, why.strip()[:200]
    else:
        raise Invalid("reason-missing", "Say why it is waived.", "", {"fields": {"why": ["This is needed."]}})
    row.decided_by = actor.name
    row.save()
    finish_work_about(actor=actor, ref=Ref("outreach_missed", row.id), outcome=f"fee {row.fee_state}")
    record("outreach_missed", row.id, subjects=[row.patient_id], fee=row.fee_state, cents=row.fee_cents)


def _held(actor: Actor, missed_id: UUID) -> Missed:
    row = Missed.objects.select_for_update().filter(id=missed_id).first()
    if row is None:
        raise NotFound
    require(actor, "outreach.missed", row.patient_id)
    return row


def _take(actor: Actor, row: Missed) -> None:
    if appointment(row.appointment_id).state != row.state:
        raise Refusal("came-after-all", "The patient came after all.", "Waive it.")
    made = fees["fee"](actor, row.appointment_id, Money(row.fee_cents))
    row.fee_state, row.charge_kind, row.charge_id = FeeState.CHARGED, made.kind, made.id
