"""Posting a payment advice (835): all of it or nothing, double entry, to the cent (P2-P12).

Each claim's decision becomes billing events of its charges; provider adjustments (PLB) become ledger entries of their
own. The clearing account for the payer's money then moves by exactly the payment's amount.
"""

from dataclasses import dataclass

from django.db import transaction

from medoffice.kernel import clock
from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about, open_work
from medoffice.records.coverage.api import coverages_on
from medoffice.revenue.billing.api import post_payer_decision
from medoffice.revenue.billing.types import PayerLine
from medoffice.revenue.claims.actions.secondary import bill_next
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim, Decision, DecisionLine, ProviderAdjustment, Remittance
from medoffice.revenue.claims.models import ClaimLine as ClaimLineRow
from medoffice.revenue.claims.rules.matching import match_lines
from medoffice.revenue.claims.rules.reasons import Effect, LineMoney, Reason, sort_money
from medoffice.revenue.claims.types import ClaimLine, ClaimState, FileState
from medoffice.revenue.ledger.api import post as post_entry
from medoffice.revenue.ledger.types import Account, Line
from medoffice.security.types import Actor
from medoffice.standards.x12.types import ClaimRemit, LineRemit, Procedure, Remit835
from medoffice.standards.x12.types import ProviderAdjustment as Adjustment835

PROCESSED = frozenset({"1", "2", "3", "19", "20", "21"})
FORWARDED = frozenset({"19", "20", "21"})
INTEREST = "L6"


def post(actor: Actor, row: Remittance, remit: Remit835) -> None:
    """Post a balanced payment. Raises Refusal, with nothing posted, when a claim or line of it is not ours."""
    with transaction.atomic():
        for decided in remit.claims:
            _post_claim(actor, row, decided)
        for adjustment in remit.adjustments:
            _post_provider_adjustment(actor, row, adjustment)
        row.state, row.posted_at = FileState.DONE, clock.now()
        row.save(update_fields=["state", "posted_at"])


def _post_claim(actor: Actor, row: Remittance, decided: ClaimRemit) -> None:
    if decided.status == "25":
        return  # a predetermination pays nothing and posts nothing (P7)
    claim = Claim.objects.select_for_update(of=("self",)).filter(number=decided.claim_id).first()
    if claim is None or not decided.claim_id:
        raise Refusal("claim-unknown", f"The payment names a claim {decided.claim_id or '(blank)'} that is not ours.")
    if decided.is_reversal and not claim.decisions.exclude(status="22").exists():
        raise Refusal("reversal-unknown", f"The payer reverses {claim.number}, which was never posted.")
    matched = _matched_lines(claim, decided)
    decision = _keep(row, claim, decided, matched)
    further = _further_payer(claim) and decided.status not in FORWARDED and not decided.is_reversal
    post_payer_decision(
        actor=actor,
        on=row.date,
        lines=[_payer_line(part, further=further) for part in matched],
        cause=Ref("remit_decision", decision.id),
        payer_id=claim.payer_id,
        words=f"{row.payer_name} on claim {claim.number}",
    )
    _conclude(actor, row, claim, decided, matched)
    if further and decided.status in PROCESSED:
        bill_next(actor, claim)


@dataclass(frozen=True, slots=True)
class Matched:
    """A remittance line with our line and the money sorted by effect."""

    ours: ClaimLine
    theirs: LineRemit
    reasons: tuple[Reason, ...]
    money: LineMoney


def _matched_lines(claim: Claim, decided: ClaimRemit) -> list[Matched]:
    """The decision line by line. One given for the whole claim is kept when the claim has one line only (P12)."""
    ours = [to_line(line) for line in claim.lines.order_by("line")]
    lines = decided.lines
    if not lines and len(ours) == 1:
        procedure = Procedure(ours[0].code, ours[0].modifiers)
        lines = (LineRemit(procedure, decided.charge, decided.paid, control=ours[0].control),)
    by_id = {line.id: line for line in ours}
    found = []
    for theirs, line_id in zip(lines, match_lines(lines, ours), strict=True):
        if line_id is None:
            words = f"A line of claim {claim.number} ({theirs.procedure.code}, {theirs.charge}) is not one we sent."
            raise Refusal("line-unknown", words, "Compare the payment with the claim.")
        reasons = tuple(Reason(a.group, a.reason, a.amount) for a in theirs.adjustments)
        found.append(Matched(by_id[line_id], theirs, reasons, sort_money(theirs.paid, reasons)))
    return _with_claim_level(claim, decided, found)


def _with_claim_level(claim: Claim, decided: ClaimRemit, found: list[Matched]) -> list[Matched]:
    """Claim-level adjustments belong to the only line; with several lines nobody can say where, so a person does."""
    if not decided.adjustments:
        return found
    if len(found) != 1:
        words = f"Claim {claim.number} is adjusted as a whole; which line it concerns must be decided."
        raise Refusal("claim-level-adjustment", words, "Post this payment by hand.")
    whole = tuple(Reason(a.group, a.reason, a.amount) for a in decided.adjustments)
    reasons = found[0].reasons + whole
    return [Matched(found[0].ours, found[0].theirs, reasons, sort_money(found[0].theirs.paid, reasons))]


def _keep(row: Remittance, claim: Claim, decided: ClaimRemit, matched: list[Matched]) -> Decision:
    """Store what the payer decided, reasons as sent."""
    decision = Decision.objects.create(
        remittance=row,
        claim=claim,
        status=decided.status,
        payer_claim_number=decided.payer_claim_number,
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
    """What to post about a charge. While another payer is to be billed, the patient's share stays with insurance."""
    reasons = ", ".join(f"{r.group} {r.reason} {r.amount}" for r in part.reasons)
    return PayerLine(
        charge_id=part.ours.charge_id,
        paid=part.money.paid,
        contractual=part.money.contractual,
        withheld=part.money.withheld,
        patient=ZERO if further else part.money.patient,
        words=reasons,
        shares=tuple((r.reason, r.amount) for r in part.reasons if r.effect is Effect.PATIENT),
    )


def _further_payer(claim: Claim) -> bool:
    """Whether a policy after this one was in force on the date of service."""
    return any(policy.order > claim.order for policy in coverages_on(claim.patient_id, claim.date))


def _conclude(actor: Actor, row: Remittance, claim: Claim, decided: ClaimRemit, matched: list[Matched]) -> None:
    """The claim's new state and story; what stays open at the payer becomes a person's work, once."""
    still_open = Money.total(part.money.open for part in matched)
    claim.paid_cents += decided.paid.cents
    claim.patient_share_cents += Money.total(part.money.patient for part in matched).cents
    claim.decided_at = clock.now()
    claim.payer_claim_number = decided.payer_claim_number or claim.payer_claim_number
    if decided.is_reversal:
        claim.state = ClaimState.REVERSED
        tell(actor, claim, f"Reversed by the payer: {decided.paid} in payment {row.trace}.", "warn")
    elif decided.status in PROCESSED and not (still_open and not decided.paid and not claim.patient_share_cents):
        claim.state = ClaimState.PAID
        tell(
            actor,
            claim,
            f"Paid {decided.paid} in payment {row.trace}; patient's share "
            f"{Money.total(part.money.patient for part in matched)}.",
            "ok",
        )
    else:
        claim.state = ClaimState.DENIED
        tell(actor, claim, f"Denied in payment {row.trace}: {_why(matched)}.", "bad")
    claim.save(update_fields=["paid_cents", "patient_share_cents", "decided_at", "payer_claim_number", "state"])
    if still_open and not decided.is_reversal:
        open_work(
            actor=actor,
            kind="denial",
            title=f"Claim {claim.number}: {still_open} not paid ({_why(matched)})",
            ref=Ref("claim", claim.id),
            patient_id=claim.patient_id,
            priority=1 if still_open.cents >= 10_000 else 2,
            key=str(claim.id),
        )
    elif not still_open:
        finish_work_about(actor=actor, ref=Ref("claim", claim.id), outcome="decided")


def _why(matched: list[Matched]) -> str:
    """The open reasons of a decision: ``CO 16, CO 97``."""
    open_ = (f"{r.group} {r.reason}" for part in matched for r in part.reasons if r.effect is Effect.OPEN)
    return ", ".join(dict.fromkeys(open_)) or "no reason given"


def _post_provider_adjustment(actor: Actor, row: Remittance, adjustment: Adjustment835) -> None:
    """Money outside any claim (P9): interest is income; everything else runs through payer recoveries, never a patient.

    A positive amount reduced the payment, so it is a credit to the clearing account.
    """
    kept = ProviderAdjustment.objects.create(
        remittance=row,
        reason=adjustment.reason[:2],
        reference=adjustment.reference[:60],
        amount_cents=adjustment.amount.cents,
    )
    if not adjustment.amount:
        return
    against = Account.INTEREST_INCOME if adjustment.reason == INTEREST else Account.PAYER_RECOVERIES
    amount = adjustment.amount
    if amount.cents > 0:
        lines = [Line(against, debit=amount), Line(Account.EFT_CLEARING, credit=amount)]
    else:
        lines = [Line(Account.EFT_CLEARING, debit=-amount), Line(against, credit=-amount)]
    words = f"{row.payer_name}: {adjustment.reason} {adjustment.reference}".strip()
    post_entry(actor=actor, on=row.date, words=words, cause=Ref("provider_adjustment", kept.id), lines=lines)
    if adjustment.reason not in (INTEREST, "FB"):
        open_work(
            actor=actor,
            kind="payer-recovery",
            title=f"{row.payer_name} moved {amount} outside any claim ({adjustment.reason}) in payment {row.trace}",
            ref=Ref("remittance", row.id),
            key=str(kept.id),
        )


def to_line(row: ClaimLineRow) -> ClaimLine:
    """A claim line's row as the noun."""
    return ClaimLine(
        id=row.id,
        line=row.line,
        charge_id=row.charge_id,
        control=row.control,
        code=row.code,
        modifiers=tuple(row.modifiers),
        units=row.units,
        pointers=tuple(row.pointers),
        amount=Money(row.amount_cents),
    )
