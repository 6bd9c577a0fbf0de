"""Billing the next insurance once the one before has decided."""

from uuid import UUID

from medoffice.records.coverage.api import coverages_on
from medoffice.records.encounters.api import encounter
from medoffice.revenue.billing.api import charge
from medoffice.revenue.claims.actions.making import make_claim
from medoffice.revenue.claims.models import Claim
from medoffice.security.types import Actor


def bill_next(actor: Actor, claim: Claim) -> UUID | None:
    """Make the claim to the next insurance of that date, unless there is none or it is made; the total is unchanged."""
    visit = encounter(claim.encounter_id)
    later = [policy for policy in coverages_on(claim.patient_id, claim.date) if policy.order > claim.order]
    if not later or Claim.objects.filter(encounter_id=claim.encounter_id, order=later[0].order).exists():
        return None
    charges = [charge(line.charge_id) for line in claim.lines.order_by("line")]
    return make_claim(actor, visit, later[0], charges)
