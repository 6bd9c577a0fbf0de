"""Check a held claim again after what was wrong has been put right."""

from uuid import UUID

from medoffice.kernel.findings import Finding
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.revenue.claims.actions.making import check_claim
from medoffice.revenue.claims.models import Claim
from medoffice.revenue.claims.types import ClaimState
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("claims.work")
def recheck_claim(*, actor: Actor, claim_id: UUID) -> list[Finding]:
    """Scrub a ready or held claim again; returns what stands against it. Raises Refusal once it was sent."""
    row = Claim.objects.select_for_update(of=("self",)).filter(id=claim_id).first()
    if row is None:
        raise NotFound
    require(actor, "claims.work", row.patient_id, row.encounter_id)
    if row.state not in (ClaimState.READY, ClaimState.HELD):
        raise Refusal("claim-sent", f"Claim {row.number} was sent.", "Make a corrected claim.")
    record("claim", row.id, subjects=[row.patient_id])
    return check_claim(actor, row)
