"""Bill the patient for what the insurance did not pay: by a person's decision, and never what a contract forbids."""

from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.revenue.billing.api import transfer_to_patient
from medoffice.revenue.claims.actions.settling import (
    chosen,
    open_lines,
    refuse_while_another_decides,
    refuse_without_reason,
    settled,
    to_settle,
)
from medoffice.revenue.claims.types import Way
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("claims.work")
def bill_patient(*, actor: Actor, claim_id: UUID, why: str, line_id: UUID | None = None) -> Money:
    """Move what may be billed of one open line, or of all, to the patient; what the payer put under CO stays open.

    Returns how much. Raises Refusal when nothing may be billed, or while another insurance has still to decide.
    """
    claim = to_settle(actor, claim_id)
    require(actor, "accounts.adjust", claim.patient_id, claim.encounter_id)
    refuse_without_reason(why)
    lines = chosen(open_lines(claim), line_id)
    parts = [(line, line.billable) for line in lines if line.billable]
    if not parts:
        raise Refusal(
            "contract-forbids",
            "The payer gave the group CO: by the contract the patient may not be billed for it.",
            "Correct and resend the claim, or write it off.",
        )
    refuse_while_another_decides(claim)
    for line, amount in parts:
        transfer_to_patient(actor=actor, charge_id=line.charge_id, amount=amount, why=why)
    settled(actor, claim, parts, Way.PATIENT, why)
    total = Money.total(amount for _, amount in parts)
    record("claim", claim.id, subjects=[claim.patient_id], cents=total.cents)
    return total
