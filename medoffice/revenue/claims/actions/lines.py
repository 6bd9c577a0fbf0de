"""Our lines and the payer's brought together: what a decision says about each line of a claim."""

from dataclasses import dataclass, replace

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.revenue.claims.models import Claim, Decision
from medoffice.revenue.claims.models import ClaimLine as ClaimLineRow
from medoffice.revenue.claims.rules.matching import match_lines
from medoffice.revenue.claims.rules.reasons import LineMoney, Reason, sort_money
from medoffice.revenue.claims.rules.standing import Decided, DecidedLine
from medoffice.revenue.claims.types import ClaimLine
from medoffice.standards.x12.types import ClaimRemit, LineRemit, Procedure


@dataclass(frozen=True, slots=True)
class Matched:
    """A remittance line with our line and the money sorted by effect."""

    ours: ClaimLine
    theirs: LineRemit
    reasons: tuple[Reason, ...]
    money: LineMoney

    @property
    def decided(self) -> DecidedLine:
        """As the rules see it."""
        return DecidedLine(self.ours.id, self.theirs.charge, self.theirs.paid, self.reasons)


def matched_lines(claim: Claim, decided: ClaimRemit, sent: list[ClaimLine]) -> list[Matched]:
    """The decision line by line. One given for the whole claim is kept when the claim has one line only (P12).

    ``sent`` are our lines with the control numbers under which this payer knows them.
    """
    lines = decided.lines
    if not lines and len(sent) == 1:
        procedure = Procedure(sent[0].code, sent[0].modifiers)
        lines = (LineRemit(procedure, decided.charge, decided.paid, control=sent[0].control),)
    if not lines:
        words = f"Claim {claim.number} is decided as a whole; which line it concerns must be decided."
        raise Refusal("claim-level-adjustment", words, "Ask the payer for the lines.")
    by_id = {line.id: line for line in sent}
    found = []
    for theirs, line_id in zip(lines, match_lines(lines, sent), strict=True):
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
        raise Refusal("claim-level-adjustment", words, "Ask the payer which line it concerns.")
    whole = tuple(Reason(a.group, a.reason, a.amount) for a in decided.adjustments)
    only = replace(found[0].theirs, paid=decided.paid)
    reasons = found[0].reasons + whole
    return [Matched(found[0].ours, only, reasons, sort_money(decided.paid, reasons))]


def decided_of(claim: Claim) -> list[Decided]:
    """What payers decided about a claim so far, in order, as the rules see it. Two queries."""
    return [to_decided(row) for row in claim.decisions.prefetch_related("lines").order_by("id")]


def to_decided(row: Decision) -> Decided:
    """A row with its lines as the rules see it."""
    lines = tuple(
        DecidedLine(
            line.line_id,
            Money(line.charge_cents),
            Money(line.paid_cents),
            tuple(Reason(group, reason, Money(cents)) for group, reason, cents in line.reasons),
        )
        for line in row.lines.all()
    )
    return Decided(row.id, row.status == "22", lines)


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
