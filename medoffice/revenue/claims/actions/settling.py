"""What decisions left open of a claim, and its settling by a person: a denial never settles itself (P55)."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Invalid, NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.revenue.billing.api import charge
from medoffice.revenue.claims.actions.lines import decided_of
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim, DecisionLine, Settlement
from medoffice.revenue.claims.rules.denials import may_bill_patient, open_reasons, still_open
from medoffice.revenue.claims.rules.reasons import Reason
from medoffice.revenue.claims.rules.standing import standing
from medoffice.revenue.claims.types import ClaimState, OpenLine, Way
from medoffice.security.api import require
from medoffice.security.types import Actor

UNDECIDED = frozenset({ClaimState.READY, ClaimState.HELD, ClaimState.SENT, ClaimState.ACCEPTED})


def to_settle(actor: Actor, claim_id: UUID) -> Claim:
    """The claim, locked. Raises NotFound, or Refusal if a corrected claim stands for it."""
    found = Claim.objects.select_for_update(of=("self",)).select_related("payer").filter(id=claim_id).first()
    if found is None:
        raise NotFound
    require(actor, "claims.work", found.patient_id, found.encounter_id)
    if found.state == ClaimState.REPLACED:
        raise Refusal("claim-replaced", f"Claim {found.number} is replaced by another.", "Work on the newer claim.")
    return found


def open_lines(claim: Claim) -> list[OpenLine]:
    """What decisions that stand left open and nobody settled, line by line."""
    stands = [decision.id for decision in standing(decided_of(claim))]
    rows = DecisionLine.objects.filter(decision_id__in=stands).select_related("line").prefetch_related("settlements")
    found = [_open_line(row) for row in rows.order_by("line__line", "id")]
    return [line for line in found if line.open]


def _open_line(row: DecisionLine) -> OpenLine:
    reasons = [Reason(group, reason, Money(cents)) for group, reason, cents in row.reasons]
    settled = [(one.way, Money(one.cents)) for one in row.settlements.all()]
    owed = charge(row.line.charge_id).insurance_balance
    left = still_open(reasons, Money.total(cents for _, cents in settled), owed)
    billed = Money.total(cents for way, cents in settled if way == Way.PATIENT)
    return OpenLine(
        row.id,
        row.line_id,
        row.line.charge_id,
        row.line.code,
        left,
        may_bill_patient(reasons, billed, left),
        open_reasons(reasons),
    )


def refuse_without_reason(why: str) -> None:
    """Raises Invalid for a blank reason."""
    if not why.strip():
        raise Invalid("reason-missing", "Say why.", "", {"fields": {"why": ["Say why."]}})


def refuse_while_another_decides(claim: Claim) -> None:
    """A patient owes once all payers have decided (4c). Raises Refusal while another insurance has not."""
    later = Claim.objects.filter(encounter_id=claim.encounter_id, order__gt=claim.order, state__in=UNDECIDED)
    waiting = later.select_related("payer").first()
    if waiting is not None:
        words = f"{waiting.payer.name} has still to decide about this visit (claim {waiting.number})."
        raise Refusal("other-payer-pending", words, "Wait for its answer; the patient is billed after it.")


def settled(actor: Actor, claim: Claim, parts: Sequence[tuple[OpenLine, Money]], way: Way, why: str) -> None:
    """Keep how lines were settled, tell the claim's story, and finish the denial's work once nothing is open."""
    Settlement.objects.bulk_create(
        Settlement(
            line_id=line.decision_line_id,
            way=way,
            cents=amount.cents,
            why=why.strip()[:200],
            by=actor.name,
            at=clock.now(),
        )
        for line, amount in parts
    )
    total = Money.total(amount for _, amount in parts)
    tell(actor, claim, f"{total} {way.value}: {why}.")
    if not open_lines(claim):
        finish_work_about(actor=actor, ref=Ref("claim", claim.id), outcome=f"{way.value}: {why}", kind="denial")


def chosen(lines: list[OpenLine], line_id: UUID | None) -> list[OpenLine]:
    """All open lines, or the one that was chosen. Raises Refusal when nothing is open (any more)."""
    found = [line for line in lines if line_id is None or line.decision_line_id == line_id]
    if not Money.total(line.open for line in found) > ZERO:
        raise Refusal("nothing-open", "Nothing of it is open any more.", "Somebody has settled it; see what happened.")
    return found
