"""Make the first claim of a visit, to the primary insurance."""

from uuid import UUID

from medoffice.front_office.check_in.api import arrival_of
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.coverage.api import coverages_on
from medoffice.records.encounters.api import encounter
from medoffice.revenue.billing.api import charges_of
from medoffice.revenue.claims.actions.making import make_claim
from medoffice.revenue.claims.models import Claim
from medoffice.security.api import action, hold_labels, labelled, require
from medoffice.security.types import Actor, Label


@action("claims.work")
def prepare_claims(*, actor: Actor, encounter_id: UUID) -> list[UUID]:
    """The claim of a visit with charges and insurance on its date; the same one if it is made.

    None for self-pay, nor where the patient keeps the visit from the plan. A visit of a case is never billed to the
    health insurance: the biller is told to bill the case.
    """
    visit = encounter(encounter_id)
    require(actor, "claims.work", visit.patient_id, encounter_id)
    arrived = arrival_of(encounter_id)
    if arrived is not None and arrived.case_id is not None:
        _bill_case(actor, encounter_id, visit.patient_id)
        return []
    made = list(Claim.objects.filter(encounter_id=encounter_id, order=1).values_list("id", flat=True))
    charges, policies = charges_of(encounter_id), coverages_on(visit.patient_id, visit.date)
    hold_labels()
    own_pocket = labelled([encounter_id], Label.RESTRICTED)
    if made or not charges or not policies or own_pocket:
        return made
    return [make_claim(actor, visit, policies[0], charges)]


def _bill_case(actor: Actor, encounter_id: UUID, patient_id: UUID) -> None:
    """Tell the biller, once, that the charges of a visit are for a case."""
    open_work(
        actor=actor,
        kind="case-billing",
        title="A visit to bill to its case, not to health insurance",
        ref=Ref("encounter", encounter_id),
        patient_id=patient_id,
        visit_id=encounter_id,
        key=str(encounter_id),
    )
