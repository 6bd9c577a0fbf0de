"""Adjudication: what a payer decides about a claim. Pure; every decision balances by construction, to the cent."""

import random
from collections.abc import Mapping
from datetime import date

from medoffice.exchange.simulators.payers.types import Adjustment, Claim, DecidedLine, Decision, Line, Member, Plan

# What a payer denies without a fault of coverage: reason and words. The share is the plan's ``denies_percent``.
DENIALS = (
    ("16", "information missing"),
    ("197", "no authorization"),
    ("50", "not medically necessary"),
    ("97", "bundled"),
)


def half_up(cents: int, percent: int) -> int:
    """A percentage of an amount, rounded half up to the cent."""
    return (cents * percent + 50) // 100


def adjudicate(
    claim: Claim,
    plan: Plan,
    member: Member | None,
    *,
    icn: str,
    deductible_left: int,
    received: date,
    duplicates: Mapping[str, str],
    seed: int,
) -> tuple[Decision, int]:
    """Decide a claim; returns the decision and how much of the deductible it used.

    ``duplicates`` maps services already paid (member, date, code, units) to the claim that was paid for them.
    """
    refusal = _refusal(claim, plan, member, received, duplicates, seed)
    if refusal is not None:
        group, reason, why = refusal
        lines = tuple(DecidedLine(line, 0, (Adjustment(group, reason, line.charge),)) for line in claim.lines)
        return Decision(claim, icn, "4", lines, why), 0
    if claim.order != "P":
        decided = tuple(_secondary_line(line, plan) for line in claim.lines)
        return Decision(claim, icn, "2", decided, "processed as secondary"), 0
    left, copay_due, primary = deductible_left, plan.copay, []
    for line in claim.lines:
        decided_line, left, copay_due = _primary_line(line, plan, left, copay_due)
        primary.append(decided_line)
    return Decision(claim, icn, "1", tuple(primary), "processed as primary"), deductible_left - left


def service_key(claim: Claim, line: Line) -> str:
    """What makes two services the same service to a payer."""
    return f"{claim.payer_number}|{claim.member_id}|{line.day}|{line.code}|{','.join(line.modifiers)}"


def reversal_of(decision: Decision) -> Decision:
    """The mirror image of a decision (CLP02 22)."""
    lines = tuple(
        DecidedLine(line.line, -line.paid, tuple(Adjustment(a.group, a.reason, -a.cents) for a in line.adjustments))
        for line in decision.lines
    )
    return Decision(decision.claim, decision.icn, "22", lines, "reversal of an earlier decision")


def _refusal(
    claim: Claim, plan: Plan, member: Member | None, received: date, duplicates: Mapping[str, str], seed: int
) -> tuple[str, str, str] | None:
    """Why nothing is paid, or None."""
    if member is None:
        return "CO", "31", "member not found"
    first = min(line.day for line in claim.lines)
    fresh = claim.frequency == "1"
    ended = member.active_to is not None and first > member.active_to
    twice = fresh and any(duplicates.get(service_key(claim, line)) for line in claim.lines)
    rules = (
        (first < member.active_from, ("CO", "26", "before the coverage")),
        (ended, ("CO", "27", "after the coverage")),
        (twice, ("OA", "18", "paid before")),
        ((received - first).days > plan.filing_days, ("CO", "29", "filed too late")),
        (any(line.code in plan.not_covered for line in claim.lines), ("PR", "204", "not covered by the plan")),
    )
    for applies, refusal in rules:
        if applies:
            return refusal
    luck = random.Random(f"{seed} {claim.number} {claim.frequency}")
    if claim.order == "P" and fresh and luck.randrange(100) < plan.denies_percent:
        reason, why = luck.choice(DENIALS)
        return "CO", reason, why
    return None


def _primary_line(line: Line, plan: Plan, deductible_left: int, copay_due: int) -> tuple[DecidedLine, int, int]:
    """Contract, copay, deductible, coinsurance, withhold; in that order."""
    allowed = min(line.charge, plan.allowed.get(line.code, half_up(line.charge, plan.allowed_percent)))
    adjustments = [Adjustment("CO", "45", line.charge - allowed)]
    rest = allowed
    if line.code not in plan.no_cost_codes:
        if copay_due and line.code in plan.copay_codes:
            copay = min(copay_due, rest)
            adjustments.append(Adjustment("PR", "3", copay))
            rest, copay_due = rest - copay, 0
        deductible = min(deductible_left, rest)
        adjustments.append(Adjustment("PR", "1", deductible))
        rest, deductible_left = rest - deductible, deductible_left - deductible
        coinsurance = half_up(rest, plan.coinsurance_percent)
        adjustments.append(Adjustment("PR", "2", coinsurance))
        rest -= coinsurance
    withheld = half_up(rest, plan.withhold_percent)
    adjustments.append(Adjustment("CO", "253", withheld))
    kept = tuple(adjustment for adjustment in adjustments if adjustment.cents)
    return DecidedLine(line, rest - withheld, kept), deductible_left, copay_due


def _secondary_line(line: Line, plan: Plan) -> DecidedLine:
    """A share of what the first payer left to the patient; the first payer's part is told as OA 23."""
    left = sum(adjustment.cents for adjustment in line.prior if adjustment.group == "PR")
    paid = half_up(left, plan.secondary_percent)
    adjustments = (Adjustment("OA", "23", line.charge - left), Adjustment("PR", "2", left - paid))
    return DecidedLine(line, paid, tuple(adjustment for adjustment in adjustments if adjustment.cents))
