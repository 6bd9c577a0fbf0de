"""Posting a payment advice (835): all of it or nothing, double entry, to the cent (P2-P12).

Each claim's decision becomes billing events of its charges; provider adjustments (PLB) become ledger entries of their
own. The account where the payer's money lies then moves by exactly the payment's amount.
"""

from dataclasses import replace
from zoneinfo import ZoneInfo

from django.db import transaction

from medoffice.kernel import clock
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import sites
from medoffice.revenue.billing.api import post_payer_decision, take_back_decision
from medoffice.revenue.billing.types import PayerLine
from medoffice.revenue.claims.actions.concluding import conclude
from medoffice.revenue.claims.actions.lines import Matched, decided_of, matched_lines, to_line
from medoffice.revenue.claims.actions.provider_adjustments import Where, post_provider_adjustment
from medoffice.revenue.claims.actions.secondary import await_forwarded, bill_next, later_policies
from medoffice.revenue.claims.models import Claim, Decision, DecisionLine, Remittance
from medoffice.revenue.claims.rules.reasons import Effect
from medoffice.revenue.claims.rules.standing import standing, taken_back_by
from medoffice.revenue.claims.types import ClaimLine, FileState
from medoffice.revenue.ledger.api import closed_through
from medoffice.revenue.ledger.types import Account
from medoffice.security.types import Actor
from medoffice.standards.x12.types import ClaimRemit, Remit835

PREDETERMINATION = "25"
PROCESSED = frozenset({"1", "2", "3"})
FORWARDED = frozenset({"19", "20", "21"})


def post(actor: Actor, row: Remittance, remit: Remit835) -> None:
    """Post a balanced payment. Raises Refusal, with nothing posted, when a claim or line of it is not ours."""
    where = _where(row)
    with transaction.atomic():
        for decided in remit.claims:
            if decided.status != PREDETERMINATION:  # it pays nothing and posts nothing (P7)
                _post_claim(actor, row, decided, where)
        for adjustment in remit.adjustments:
            post_provider_adjustment(actor, row, adjustment, where)
        row.state, row.posted_at = FileState.DONE, clock.now()
        row.save(update_fields=["state", "posted_at"])


def _where(row: Remittance) -> Where:
    """On the payer's date, or today if that day is closed; a check lies with the checks, a transfer with the others."""
    closed = closed_through()
    on = row.date if closed is None or row.date > closed else clock.today(ZoneInfo(sites()[0].zone))
    return Where(on, Account.UNDEPOSITED_CHECKS if row.method == "CHK" else Account.EFT_CLEARING)


def _post_claim(actor: Actor, row: Remittance, decided: ClaimRemit, where: Where) -> None:
    claim, sent = _named(row, decided)
    matched = matched_lines(claim, decided, sent)
    if decided.is_reversal:
        _take_back(actor, row, claim, decided, matched, where)
        return
    decision = _keep(row, claim, decided, matched)
    later = later_policies(claim)
    post_payer_decision(
        actor=actor,
        on=where.on,
        lines=[_payer_line(part, further=bool(later)) for part in matched],
        cause=Ref("remit_decision", decision.id),
        payer_id=claim.payer_id,
        words=f"{row.payer_name} on claim {claim.number}",
        into=where.into,
    )
    conclude(actor, row, claim, decided, matched)
    if later and decided.status in PROCESSED:
        bill_next(actor, claim)
    elif later and decided.status in FORWARDED:
        await_forwarded(actor, claim)


def _take_back(
    actor: Actor, row: Remittance, claim: Claim, decided: ClaimRemit, matched: list[Matched], where: Where
) -> None:
    """A reversal: exactly what was posted for the decision it mirrors is undone, whatever that was."""
    original = taken_back_by([part.decided for part in matched], standing(decided_of(claim)))
    if original is None:
        words = f"The payer reverses {decided.paid} of claim {claim.number}, and no decision of that kind stands."
        raise Refusal("reversal-unknown", words, "Compare it with the claim's decisions.")
    decision = _keep(row, claim, decided, matched)
    take_back_decision(
        actor=actor,
        on=where.on,
        decision=Ref("remit_decision", original.id),
        cause=Ref("remit_decision", decision.id),
        payer_id=claim.payer_id,
        words=f"{row.payer_name} on claim {claim.number}",
        into=where.into,
    )
    conclude(actor, row, claim, decided, matched)


def _named(row: Remittance, decided: ClaimRemit) -> tuple[Claim, list[ClaimLine]]:
    """The claim the payer means, with our lines under the control numbers it knows. A blank number means none.

    A claim the payer before has forwarded is answered under that one's number; it is the next payer's own claim.
    """
    claim = _locked(number=decided.claim_id) if decided.claim_id else None
    if claim is None:
        raise Refusal(
            "claim-unknown",
            f"The payment names a claim {decided.claim_id or '(blank)'} that is not ours.",
            "Compare it with the claims named below; nothing is posted until it is clear which one is meant.",
        )
    sent = [to_line(line) for line in claim.lines.order_by("line")]
    if row.payer_id == claim.payer_id:
        return claim, sent
    own = _locked(encounter_id=claim.encounter_id, payer_id=row.payer_id, order__gt=claim.order)
    if own is None:
        words = f"Claim {claim.number} was sent to another payer than {row.payer_name}."
        raise Refusal("claim-of-other-payer", words, "Ask the payer what it decided.")
    controls = {line.charge_id: line.control for line in sent}
    lines = [to_line(line) for line in own.lines.order_by("line")]
    return own, [replace(line, control=controls.get(line.charge_id, line.control)) for line in lines]


def _locked(**which: object) -> Claim | None:
    return Claim.objects.select_for_update(of=("self",)).filter(**which).order_by("-id").first()


def _keep(row: Remittance, claim: Claim, decided: ClaimRemit, matched: list[Matched]) -> Decision:
    """Store what the payer decided, reasons as sent."""
    decision = Decision.objects.create(
        remittance=row,
        claim=claim,
        status=decided.status[:2],
        payer_claim_number=decided.payer_claim_number[:60],
        charge_cents=decided.charge.cents,
        paid_cents=decided.paid.cents,
        patient_cents=Money.total(part.money.patient for part in matched).cents,
        at=clock.now(),
    )
    DecisionLine.objects.bulk_create(
        DecisionLine(
            decision=decision,
            line_id=part.ours.id,
            charge_cents=part.theirs.charge.cents,
            paid_cents=part.theirs.paid.cents,
            reasons=[[reason.group, reason.reason, reason.amount.cents] for reason in part.reasons],
            remarks=list(part.theirs.remarks),
        )
        for part in matched
    )
    return decision


def _payer_line(part: Matched, *, further: bool) -> PayerLine:
    """What to post about a charge. While another payer is to decide, the patient's share stays with insurance."""
    shares = tuple((r.reason, r.amount) for r in part.reasons if r.effect is Effect.PATIENT)
    return PayerLine(
        charge_id=part.ours.charge_id,
        paid=part.money.paid,
        contractual=part.money.contractual,
        withheld=part.money.withheld,
        patient=ZERO if further else part.money.patient,
        words=", ".join(f"{r.group} {r.reason} {r.amount}" for r in part.reasons),
        shares=() if further else shares,
        awaited=part.money.patient if further else ZERO,
    )
