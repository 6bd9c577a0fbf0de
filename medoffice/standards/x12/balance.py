"""Whether money adds up: the 835 (E1 line, E2 claim, E3 payment, E4 lines to claim, E5 patient share) and the 837P.

The relations are those a remittance must keep so that it can be posted: what was charged, less what was adjusted, is
what was paid, for each line, each claim and the whole payment.
"""

from collections.abc import Iterator

from medoffice.kernel.findings import Finding, Severity
from medoffice.kernel.money import ZERO, Money
from medoffice.standards.x12.types import Adjustment, Claim837, ClaimRemit, LineAdjudication, Remit835, ServiceLine
from medoffice.standards.x12.values import claim_place


def balance_835(remit: Remit835) -> list[Finding]:
    """Every relation that does not hold, E1 to E4 as errors, E5 as information. Amounts are compared to the cent."""
    found = [finding for claim in remit.claims for finding in balance_claim(claim)]
    paid = sum(claim.paid.cents for claim in remit.claims)
    moved = sum(entry.amount.cents for entry in remit.adjustments)
    if remit.amount.cents != paid - moved:
        words = (
            f"The payment is {remit.amount}, but the claims pay {Money(paid)} and adjustments outside claims take "
            f"{Money(moved)}: {Money(paid - moved)}."
        )
        found.append(Finding("x12.e3", f"payment {remit.trace or '?'}, BPR02", words))
    return found


def _sum(adjustments: tuple[Adjustment, ...]) -> int:
    total = 0
    for adjustment in adjustments:
        total += adjustment.amount.cents
    return total


def balance_claim(claim: ClaimRemit) -> Iterator[Finding]:
    """Every relation that does not hold in one claim of a payment (E1, E2, E4, E5)."""
    charge, paid = claim.charge.cents, claim.paid.cents
    own, share = _sums(claim.adjustments) if claim.adjustments else (0, 0)
    charged = covered = adjusted = 0
    for place, line in enumerate(claim.lines, 1):
        billed, money = line.charge.cents, line.paid.cents
        cut, by_patient = _sums(line.adjustments) if line.adjustments else (0, 0)
        charged += billed
        covered += money
        adjusted += cut
        share += by_patient
        if billed - cut != money:
            words = f"Charged {line.charge} less adjusted {Money(cut)} is not the {line.paid} paid."
            yield Finding("x12.e1", f"{_where(claim)}, line {place} ({line.procedure.code}), SVC03", words)
    if charge - own - adjusted != paid:
        words = f"Charged {claim.charge} less adjusted {Money(own + adjusted)} is not the {claim.paid} paid."
        yield Finding("x12.e2", f"{_where(claim)}, CLP04", words)
    if claim.lines and charged != charge:
        words = f"The lines are charged {Money(charged)}, the claim {claim.charge}."
        yield Finding("x12.e4", f"{_where(claim)}, CLP03", words)
    if claim.lines and covered - own != paid:
        words = f"The lines pay {Money(covered)} and the claim adjusts {Money(own)}, but the claim pays {claim.paid}."
        yield Finding("x12.e4", f"{_where(claim)}, CLP04", words)
    said = claim.patient_responsibility
    if said is not None and said.cents != share:
        words = f"The patient's share is said to be {said}; the PR adjustments are {Money(share)}."
        yield Finding("x12.e5", f"{_where(claim)}, CLP05", words, Severity.INFO)


def _where(claim: ClaimRemit) -> str:
    return claim_place(claim.claim_id or "?")


def _sums(adjustments: tuple[Adjustment, ...]) -> tuple[int, int]:
    """All that was adjusted, and what of it is the patient's (PR)."""
    total = share = 0
    for adjustment in adjustments:
        cents = adjustment.amount.cents
        total += cents
        if adjustment.group == "PR":
            share += cents
    return total, share


def balance_837(claim: Claim837) -> list[Finding]:
    """B1: the claim's charge is the sum of its lines; B2: what an earlier payer paid and adjusted is the charge."""
    where = claim_place(claim.claim_id or "?")
    found = []
    total = Money.total(line.charge for line in claim.lines)
    if total != claim.charge:
        found.append(Finding("x12.b1", f"{where}, CLM02", f"The claim is {claim.charge}, its lines are {total}."))
    decided: dict[str, list[tuple[int, ServiceLine, LineAdjudication]]] = {}
    for place, line in enumerate(claim.lines, 1):
        for entry in line.adjudications:
            decided.setdefault(entry.payer_id, []).append((place, line, entry))
    paying = [other for other in claim.other_payers if other.paid is not None]
    for payer_id in dict.fromkeys(other.payer.identifier for other in paying):
        found += _earlier_lines(decided.get(payer_id, []), where)
    cuts = {name: sum(_sum(entry.adjustments) for _, _, entry in rows) for name, rows in decided.items()}
    for other in paying:
        name, paid = other.payer.identifier, other.paid or ZERO
        adjusted = _sum(other.adjustments) + cuts.get(name, 0)
        if claim.charge.cents != paid.cents + adjusted:
            words = f"The earlier payer {name} paid {paid} and adjusted {Money(adjusted)} of {claim.charge}."
            found.append(Finding("x12.b2", f"{where}, AMT*D", words, Severity.WARNING))
    return found


def _earlier_lines(rows: list[tuple[int, ServiceLine, LineAdjudication]], where: str) -> Iterator[Finding]:
    for place, line, entry in rows:
        cut = _sum(entry.adjustments)
        if len(line.adjudications) == 1 and entry.paid.cents + cut != line.charge.cents:
            words = f"The earlier payer paid {entry.paid} and adjusted {Money(cut)} of {line.charge}."
            yield Finding("x12.b2", f"{where}, line {place}, SVD02", words, Severity.WARNING)
