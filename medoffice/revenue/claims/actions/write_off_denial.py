"""Write off what the insurance did not pay: by a person's decision, with a reason; a denial never does so by itself."""

from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.revenue.billing.api import write_off
from medoffice.revenue.claims.actions.settling import chosen, open_lines, refuse_without_reason, settled, to_settle
from medoffice.revenue.claims.types import Way
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("claims.work")
def write_off_denial(*, actor: Actor, claim_id: UUID, why: str, line_id: UUID | None = None) -> Money:
    """Write off what is open of one line, or of all; returns how much. Raises Refusal when nothing is open."""
    claim = to_settle(actor, claim_id)
    require(actor, "accounts.adjust", claim.patient_id, claim.encounter_id)
    refuse_without_reason(why)
    parts = [(line, line.open) for line in chosen(open_lines(claim), line_id)]
    for line, amount in parts:
        write_off(actor=actor, charge_id=line.charge_id, amount=amount, why=why)
    settled(actor, claim, parts, Way.WRITTEN_OFF, why)
    total = Money.total(amount for _, amount in parts)
    record("claim", claim.id, subjects=[claim.patient_id], cents=total.cents)
    return total
