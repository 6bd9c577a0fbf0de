"""After a decision is posted: the claim's new state and story, and the work it leaves for a person, once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from medoffice.kernel import clock
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.revenue.claims.actions.lines import Matched, decided_of
from medoffice.revenue.claims.actions.rows import about_claim
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim, Remittance
from medoffice.revenue.claims.rules.reasons import Effect, Reason
from medoffice.revenue.claims.rules.standing import Decided, standing
from medoffice.revenue.claims.types import ClaimState
from medoffice.security.types import Actor
from medoffice.standards.x12.types import ClaimRemit

PRESSING_FROM = Money(10_000)


@dataclass(frozen=True, slots=True)
class Concluded:
    """What a decision came to: what the claim's story says, and what it leaves for a person (blank: nothing)."""

    words: str
    tone: str
    left: str
    pressing: bool


def conclude(actor: Actor, row: Remittance, claim: Claim, decided: ClaimRemit, matched: list[Matched]) -> None:
    """The claim as it stands now. What stays open at the payer becomes a person's work; settled, that work is done."""
    came = concluded(row.trace, claim, decided, matched, standing(decided_of(claim)), clock.now())
    claim.save(update_fields=["paid_cents", "patient_share_cents", "decided_at", "payer_claim_number", "state"])
    tell(actor, claim, came.words, came.tone)
    if came.left and claim.state != ClaimState.REPLACED:
        finish_work_about(actor=actor, ref=Ref("claim", claim.id), outcome="decided", kind="claim-overdue")
        open_work(actor=actor, **denial_item(claim, came))
    else:
        finish_work_about(actor=actor, ref=Ref("claim", claim.id), outcome="decided")


def concluded(
    trace: str, claim: Claim, decided: ClaimRemit, matched: list[Matched], stands: list[Decided], at: datetime
) -> Concluded:
    """Bring the row of a claim to where it stands (not saved); ``stands`` are its decisions that no reversal took."""
    share = Money.total(part.money.patient for part in matched)
    claim.paid_cents += decided.paid.cents
    claim.patient_share_cents += share.cents
    claim.decided_at = at
    claim.payer_claim_number = decided.payer_claim_number[:60] or claim.payer_claim_number
    if claim.state != ClaimState.REPLACED:
        claim.state = _state(claim, decided, stands)
    words, tone = _story(trace, claim, decided, share, _why(matched) or _every_reason(matched))
    return Concluded(words, tone, _left_to_do(claim, stands, _why(matched)), _open(stands) >= PRESSING_FROM)


def denial_item(claim: Claim, came: Concluded) -> dict[str, Any]:
    """The work of a claim of which something stays open at the payer, as ``open_work`` asks."""
    return about_claim("denial", claim, f": {came.left}", priority=1 if came.pressing else 2)


def _open(stands: list[Decided]) -> Money:
    return Money.total(line.open for decision in stands for line in decision.lines)


def _state(claim: Claim, decided: ClaimRemit, stands: list[Decided]) -> ClaimState:
    """DENIED when nothing was paid and the payer says so, or leaves all of it open; REVERSED when nothing stands."""
    if not stands:
        return ClaimState.REVERSED
    refused = decided.status == "4" or (_open(stands) > ZERO and not claim.patient_share_cents)
    return ClaimState.DENIED if refused and not claim.paid_cents else ClaimState.PAID


def _story(trace: str, claim: Claim, decided: ClaimRemit, share: Money, why: str) -> tuple[str, str]:
    if decided.is_reversal:
        return f"Reversed by the payer: {decided.paid} in payment {trace}.", "warn"
    if claim.state == ClaimState.DENIED:
        return f"Denied in payment {trace}: {why or 'no reason given'}.", "bad"
    return f"Paid {decided.paid} in payment {trace}; patient's share {share}.", "ok"


def _left_to_do(claim: Claim, stands: list[Decided], why: str) -> str:
    """What a person must look at, in words; blank when all is settled."""
    open_ = _open(stands)
    if not stands:
        return "reversed by the payer, and no decision stands"
    if open_:
        return f"{open_} not paid ({why or 'no reason given'})"
    if claim.order == 1 and any(line.unpaid_by_contract for decision in stands for line in decision.lines):
        return "a line was paid nothing, all of it taken off by contract"
    return ""


def _why(matched: list[Matched]) -> str:
    """The open reasons of a decision: ``CO 16, CO 97``."""
    return _listed(r for part in matched for r in part.reasons if r.effect is Effect.OPEN)


def _every_reason(matched: list[Matched]) -> str:
    """All reasons of a decision, also those that are settled by being told: ``PR 204``."""
    return _listed(r for part in matched for r in part.reasons)


def _listed(reasons: Iterable[Reason]) -> str:
    return ", ".join(dict.fromkeys(f"{r.group} {r.reason}" for r in reasons))
