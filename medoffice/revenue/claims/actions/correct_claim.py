"""Replace a claim the payer has decided or rejected by a corrected one."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.records.encounters.api import encounter
from medoffice.revenue.billing.api import charge
from medoffice.revenue.claims.actions.content import under_of
from medoffice.revenue.claims.actions.making import make_claim
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim
from medoffice.revenue.claims.types import ClaimState
from medoffice.security.api import action, require
from medoffice.security.types import Actor

CORRECTABLE = frozenset({ClaimState.REJECTED, ClaimState.DENIED, ClaimState.PAID, ClaimState.REVERSED})


@action("claims.work")
def correct_claim(*, actor: Actor, claim_id: UUID, void: bool = False) -> UUID:
    """Make the corrected claim from the records as they are now: frequency 7 (8 voids) with the payer's claim number.

    A rejected claim was never taken in, so its correction is a new one (frequency 1). Raises Refusal if the
    claim is under way, or if the payer's number is not known.
    """
    old = Claim.objects.select_for_update(of=("self",)).filter(id=claim_id).first()
    if old is None:
        raise NotFound
    require(actor, "claims.work", old.patient_id, old.encounter_id)
    if old.state not in CORRECTABLE:
        raise Refusal("claim-under-way", f"Claim {old.number} is {old.state}.", "Wait for the payer's answer.")
    fresh = old.state == ClaimState.REJECTED and not old.payer_claim_number
    if not fresh and not old.payer_claim_number:
        raise Refusal("no-payer-number", "The payer's claim number is not known.", "Ask the payer for it.")
    charges = [charge(line.charge_id) for line in old.lines.order_by("line")]
    new_id = make_claim(
        actor,
        encounter(old.encounter_id),
        under_of(old),
        charges,
        frequency="1" if fresh else "8" if void else "7",
        replaces=old,
    )
    old.state = ClaimState.REPLACED
    old.save(update_fields=["state"])
    tell(actor, old, "Voided." if void else "Replaced by a corrected claim.")
    finish_work_about(actor=actor, ref=Ref("claim", old.id), outcome="voided" if void else "corrected")
    return new_id
