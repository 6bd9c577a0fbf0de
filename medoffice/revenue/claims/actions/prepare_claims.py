"""Make the first claim of a visit: to its case, otherwise to the primary insurance."""

from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.records.coverage.types import Case
from medoffice.records.encounters.api import encounter
from medoffice.records.encounters.types import Encounter
from medoffice.revenue.billing.api import charges_of
from medoffice.revenue.claims.actions.making import make_claim
from medoffice.revenue.claims.models import Claim
from medoffice.revenue.claims.queries.history import billed_first
from medoffice.revenue.claims.rules.case_content import goes_by_wire
from medoffice.security.api import action, hold_labels, require
from medoffice.security.types import Actor


@action("claims.work")
def prepare_claims(*, actor: Actor, encounter_id: UUID) -> list[UUID]:
    """The claim of a visit with charges and insurance on its date; the same one if it is made.

    None for self-pay, nor where the patient keeps the visit from the plan. A visit of a case is billed to the case's
    carrier and never to the health insurance; where no carrier takes claims the biller is told to invoice the employer.
    """
    visit = encounter(encounter_id)
    require(actor, "claims.work", visit.patient_id, encounter_id)
    made = list(Claim.objects.filter(encounter_id=encounter_id, order=1).values_list("id", flat=True))
    hold_labels()
    under = billed_first(visit)
    if isinstance(under, Case):
        return made or _bill_case(actor, visit, under)
    charges = charges_of(encounter_id)
    return made if made or not charges or under is None else [make_claim(actor, visit, under, charges)]


def _bill_case(actor: Actor, visit: Encounter, under: Case) -> list[UUID]:
    """The claim to the carrier of a case, if it takes claims; otherwise tell the biller, once, what to invoice."""
    charges = charges_of(visit.id)
    if not charges:
        return []
    if goes_by_wire(under):
        return [make_claim(actor, visit, under, charges)]
    open_work(
        actor=actor,
        kind="case-billing",
        title=f"A visit to put on an invoice of {under.payer_name}, not to health insurance",
        ref=Ref("encounter", visit.id),
        patient_id=visit.patient_id,
        visit_id=visit.id,
        key=str(visit.id),
    )
    return []
