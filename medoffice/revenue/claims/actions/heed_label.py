"""Heed what was said of visits: look again at claims that have not gone; a plan that is told nothing gets none."""

from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.revenue.billing.api import charge, charges_of, transfer_to_patient
from medoffice.revenue.claims.actions.making import check_claim
from medoffice.revenue.claims.actions.secondary import NOT_GONE
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim
from medoffice.revenue.claims.types import ClaimState
from medoffice.security.api import action, labelled
from medoffice.security.types import Actor, Label

OWN_POCKET = "the patient pays and wants the plan to know nothing"


@action("claims.work")
def heed_label(*, actor: Actor, things: list[UUID]) -> None:
    """Check the waiting claims of these visits anew; take back those of visits the plan is told nothing of.

    Then the patient owes what the insurance was to pay, if no claim of the visit has ever gone. May be done again.
    """
    kept_from_plan = {visit for _, visit in labelled(things, Label.RESTRICTED)}
    for row in Claim.objects.select_for_update(of=("self",)).filter(encounter_id__in=things, state__in=NOT_GONE):
        if row.encounter_id in kept_from_plan:
            _take_back(actor, row)
        else:
            check_claim(actor, row)
    for visit in sorted(kept_from_plan):
        if not Claim.objects.filter(encounter_id=visit).exclude(state=ClaimState.REPLACED, sent_at=None).exists():
            _bill_patient(actor, visit)


def _take_back(actor: Actor, row: Claim) -> None:
    row.state = ClaimState.REPLACED
    row.save(update_fields=["state"])
    tell(actor, row, f"Taken back before it went: {OWN_POCKET}.")
    finish_work_about(actor=actor, ref=Ref("claim", row.id), outcome="taken back", kind="claim-held")


def _bill_patient(actor: Actor, visit: UUID) -> None:
    for found in charges_of(visit):
        owed = charge(found.id).insurance_balance
        if owed.cents > 0:
            transfer_to_patient(actor=actor, charge_id=found.id, amount=owed, why=OWN_POCKET)
