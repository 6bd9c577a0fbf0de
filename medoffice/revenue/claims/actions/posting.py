"""Posting a payment advice (835): all of it or nothing, double entry, to the cent (P2-P12).

Each claim's decision becomes billing events of its charges; provider adjustments (PLB) become ledger entries of their
own. The account where the payer's money lies then moves by exactly the payment's amount.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from zoneinfo import ZoneInfo

from django.db import transaction

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import sites
from medoffice.revenue.billing.api import post_payer_decision, take_back_decision
from medoffice.revenue.claims.actions.concluding import conclude
from medoffice.revenue.claims.actions.lines import Matched, decided_of, matched_lines, payer_line
from medoffice.revenue.claims.actions.naming import named
from medoffice.revenue.claims.actions.provider_adjustments import Where, post_provider_adjustment
from medoffice.revenue.claims.actions.rows import decision_rows, posted
from medoffice.revenue.claims.actions.secondary import await_forwarded, bill_next, later_policies
from medoffice.revenue.claims.actions.setting_apart import put_off, set_apart
from medoffice.revenue.claims.actions.story import tell
from medoffice.revenue.claims.models import Claim, Decision, DecisionLine, Remittance
from medoffice.revenue.claims.rules.payments import FORWARDED, PREDETERMINATION, PROCESSED, lies_with
from medoffice.revenue.claims.rules.resolving import about, answer_to, lines_not_ours, without_lines
from medoffice.revenue.claims.rules.standing import standing, taken_back_by
from medoffice.revenue.claims.rules.unread import Later
from medoffice.revenue.claims.types import Answer, Choice, Part
from medoffice.revenue.ledger.api import closed_through
from medoffice.revenue.ledger.types import Account
from medoffice.security.types import Actor
from medoffice.standards.x12.types import ClaimRemit, Remit835


def post(
    actor: Actor, row: Remittance, remit: Remit835, choices: Sequence[Choice] = (), later: Sequence[Later] = ()
) -> None:
    """Post a balanced payment, with what persons said about it. Raises Refusal, with nothing posted, when a claim or
    line of it is not ours and nobody said what to do, or when nobody said that it be posted without a claim at fault.
    """
    where = _where(row)
    with transaction.atomic():
        for part in later:
            _put_off(actor, row, remit.claims[part.place], part, choices, where)
        post_claims(
            actor, row, remit, choices, set(range(len(remit.claims))) - {one.place for one in later}, where.into
        )
        for adjustment in remit.adjustments:
            post_provider_adjustment(actor, row, adjustment, where)
        posted(row, clock.now())
        row.save(update_fields=["state", "posted_at"])


def post_claims(
    actor: Actor, row: Remittance, remit: Remit835, choices: Sequence[Choice], places: Collection[int], into: Account
) -> None:
    """Post these claims of a payment, whose money lies in this account; all of them or none."""
    where = replace(_where(row), into=into)
    with transaction.atomic():
        for place, decided in enumerate(remit.claims):
            if place in places and decided.status != PREDETERMINATION:  # it pays nothing and posts nothing (P7)
                _post_claim(actor, row, decided, about(choices, place), where)


def _put_off(
    actor: Actor, row: Remittance, decided: ClaimRemit, part: Later, choices: Sequence[Choice], where: Where
) -> None:
    """A claim at fault is posted later; its money waits for it, and so does a person, if one said so."""
    choice = answer_to(about(choices, part.place), Part.CLAIM)
    if choice is None or choice.answer is not Answer.LATER:
        words = f"Claim {decided.claim_id or '(blank)'} cannot be posted as it was sent: {part.why}"
        raise Refusal("claim-unread", words, "Say that the payment is posted without it, or return the payment.")
    put_off(actor, row, decided, part, where)


def _where(row: Remittance) -> Where:
    """On the payer's date, or today if that day is closed."""
    closed = closed_through()
    on = row.date if closed is None or row.date > closed else clock.today(ZoneInfo(sites()[0].zone))
    return Where(on, lies_with(row.method))


def _post_claim(actor: Actor, row: Remittance, whole: ClaimRemit, said: Sequence[Choice], where: Where) -> None:
    choice = answer_to(said, Part.CLAIM)
    if choice is not None and choice.answer is Answer.NOT_OURS:
        set_apart(actor, row, whole.claim_id, whole.status, whole.paid, where)
        return
    claim, sent = named(row, whole, said, lock=True)
    matched = matched_lines(claim, whole, sent, said)
    gone = lines_not_ours(said)
    for place in sorted(gone):
        set_apart(actor, row, whole.claim_id, whole.status, whole.lines[place].paid, where)
    decided = without_lines(whole, gone)
    if said:
        people = ", ".join(dict.fromkeys(one.by for one in said))
        tell(actor, claim, f"Matched by {people} to claim {whole.claim_id or '(blank)'} of payment {row.trace}.")
    if decided.is_reversal:
        _take_back(actor, row, claim, decided, matched, where)
        return
    decision = _keep(row, claim, decided, matched)
    later = later_policies(claim)
    post_payer_decision(
        actor=actor,
        on=where.on,
        lines=[payer_line(part, further=bool(later)) for part in matched],
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
        raise Refusal("reversal-unknown", words, "If it concerns nothing of this office, say that it is not ours.")
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


def _keep(row: Remittance, claim: Claim, decided: ClaimRemit, matched: list[Matched]) -> Decision:
    """Store what the payer decided."""
    decision, lines = decision_rows(row.id, claim.id, decided, matched, clock.now())
    decision.save(force_insert=True)
    DecisionLine.objects.bulk_create(lines)
    return decision
