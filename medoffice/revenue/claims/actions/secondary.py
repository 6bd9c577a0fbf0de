"""Billing the next insurance once the one before has decided."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.records.coverage.api import coverages_on
from medoffice.records.coverage.types import Coverage
from medoffice.records.encounters.api import encounter
from medoffice.revenue.billing.api import charge
from medoffice.revenue.claims.actions.lines import decided_of
from medoffice.revenue.claims.actions.making import make_claim
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim
from medoffice.revenue.claims.rules.standing import standing
from medoffice.revenue.claims.types import ClaimState
from medoffice.security.types import Actor

NOT_GONE = frozenset({ClaimState.READY, ClaimState.HELD})


def later_policies(claim: Claim) -> list[Coverage]:
    """The policies in force on the date of service that pay after this one, next first; none after a case."""
    if claim.case_id is not None:
        return []
    return [policy for policy in coverages_on(claim.patient_id, claim.date) if policy.order > claim.order]


def bill_next(actor: Actor, claim: Claim) -> UUID | None:
    """Make the claim to the next insurance, its total unchanged, once every line is decided.

    One that has gone already told of an earlier decision: a person corrects it.
    """
    if not _finalised(claim):
        return None
    made = _next_claim(claim)
    if made is None:
        return _make(actor, claim)
    if made.state not in NOT_GONE:
        open_work(
            actor=actor,
            kind="second-payer",
            title=f"Claim {made.number} told {made.payer.name} of a decision that {claim.payer.name} has changed",
            ref=Ref("claim", made.id),
            patient_id=made.patient_id,
            visit_id=made.encounter_id,
            key=str(made.id),
        )
    return None


def await_forwarded(actor: Actor, claim: Claim) -> None:
    """The payer sent the claim on itself (crossover): the next payer's claim is kept here, accepted, and never sent."""
    if _next_claim(claim) is not None:
        return
    made = Claim.objects.get(id=_make(actor, claim))
    made.state, made.sent_at, made.answered_at = ClaimState.ACCEPTED, clock.now(), clock.now()
    made.save(update_fields=["state", "sent_at", "answered_at"])
    finish_work_about(actor=actor, ref=Ref("claim", made.id), outcome="forwarded by the payer before")
    tell(actor, made, f"{claim.payer.name} forwarded claim {claim.number} to this payer; it is not sent from here.")


def _finalised(claim: Claim) -> bool:
    decided = {line.line_id for decision in standing(decided_of(claim)) for line in decision.lines}
    return decided >= set(claim.lines.values_list("id", flat=True))


def _next_claim(claim: Claim) -> Claim | None:
    later = later_policies(claim)[0]
    rows = Claim.objects.select_related("payer").filter(encounter_id=claim.encounter_id, order=later.order)
    return rows.order_by("-id").first()


def _make(actor: Actor, claim: Claim) -> UUID:
    charges = [charge(line.charge_id) for line in claim.lines.order_by("line")]
    return make_claim(actor, encounter(claim.encounter_id), later_policies(claim)[0], charges)
