"""Our lines and the payer's brought together: what a decision says about each line of a claim."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Refusal
from medoffice.revenue.billing.types import PayerLine
from medoffice.revenue.claims.models import Claim, Decision
from medoffice.revenue.claims.models import ClaimLine as ClaimLineRow
from medoffice.revenue.claims.rules.matching import match_lines
from medoffice.revenue.claims.rules.reasons import Effect, LineMoney, Reason, sort_money
from medoffice.revenue.claims.rules.resolving import (
    answer_to,
    lines_not_ours,
    lines_said,
    overdrawn,
    place_adjustments,
)
from medoffice.revenue.claims.rules.standing import Decided, DecidedLine
from medoffice.revenue.claims.types import Choice, ClaimEvent, ClaimLine, ClaimState, Part
from medoffice.revenue.claims.types import Claim as ClaimNoun
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


def matched_lines(
    claim: Claim, decided: ClaimRemit, sent: list[ClaimLine], said: Sequence[Choice] = ()
) -> list[Matched]:
    """The decision line by line, what a person said before all else. What is not certain raises Refusal (P12).

    ``sent`` are our lines with the control numbers under which this payer knows them.
    """
    lines, by_id = lines_of(claim, decided, sent), {line.id: line for line in sent}
    kept: list[tuple[UUID, LineRemit]] = []
    gone = lines_not_ours(said)
    for place, line_id in enumerate(match_lines(lines, sent, lines_said(said))):
        if place in gone:
            continue
        if line_id is None:
            theirs = lines[place]
            words = f"A line of claim {claim.number} ({theirs.procedure.code}, {theirs.charge}) is not one we sent."
            raise Refusal("line-unknown", words, "Say below which line is meant.")
        kept.append((line_id, lines[place]))
    if not kept:
        words = f"No line of claim {claim.number} is ours."
        raise Refusal("no-line-ours", words, "Say that the claim is not ours.")
    found = []
    ours = [line_id for line_id, _ in kept]
    for line_id, theirs in zip(ours, _adjusted(claim, decided, kept, said), strict=True):
        reasons = tuple(Reason(a.group, a.reason, a.amount) for a in theirs.adjustments)
        found.append(Matched(by_id[line_id], theirs, reasons, sort_money(theirs.paid, reasons)))
    return found


def lines_of(claim: Claim, decided: ClaimRemit, sent: list[ClaimLine]) -> tuple[LineRemit, ...]:
    """The payer's lines. Where it decided on the claim as a whole they are ours, unpaid parts still to be placed."""
    if decided.lines:
        return decided.lines
    sign = -1 if decided.charge.cents < 0 else 1
    charges = [decided.charge] if len(sent) == 1 else [line.amount * sign for line in sent]
    if Money.total(charges) != decided.charge:
        words = f"The payer decided on {decided.charge} as a whole; claim {claim.number} is over {_sum(sent)}."
        raise Refusal("claim-charge-differs", words, "Ask the payer for the lines.")
    return tuple(
        LineRemit(Procedure(line.code, line.modifiers), charge, charge, control=line.control)
        for line, charge in zip(sent, charges, strict=True)
    )


def _sum(sent: list[ClaimLine]) -> Money:
    return Money.total(line.amount for line in sent)


def _adjusted(
    claim: Claim, decided: ClaimRemit, kept: list[tuple[UUID, LineRemit]], said: Sequence[Choice]
) -> list[LineRemit]:
    """The lines with the claim's own adjustments: on the only line, or where a person said."""
    ours, on = [line_id for line_id, _ in kept], {}
    for place in range(len(decided.adjustments)):
        choice = answer_to(said, Part.ADJUSTMENT, place)
        line_id = choice.line_id if choice else None
        if len(kept) > 1 and (choice is None or (line_id is not None and line_id not in ours)):
            words = f"Claim {claim.number} is adjusted as a whole; which line it concerns must be decided."
            raise Refusal("claim-level-adjustment", words, "Say below which line it concerns.")
        on[place] = 0 if len(kept) == 1 else None if line_id is None else ours.index(line_id)
    lines = place_adjustments(decided, [theirs for _, theirs in kept], on)
    too_much = overdrawn(lines) if decided.adjustments and len(kept) > 1 else None
    if too_much is not None:
        words = f"More is taken off {too_much.procedure.code} of claim {claim.number} than its {too_much.charge}."
        raise Refusal("line-overdrawn", words, "Say anew which line it concerns, or spread it over all lines.")
    return lines


def payer_line(part: Matched, *, further: bool) -> PayerLine:
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


def to_claim(row: Claim) -> ClaimNoun:
    """A row with its lines and events as the noun."""
    events = sorted(row.events.all(), key=lambda event: event.id)
    return ClaimNoun(
        id=row.id,
        number=row.number,
        encounter_id=row.encounter_id,
        patient_id=row.patient_id,
        coverage_id=row.coverage_id,
        case_id=row.case_id,
        payer_id=row.payer_id,
        payer=row.payer.name,
        order=row.order,
        frequency=row.frequency,
        state=ClaimState(row.state),
        date=row.date,
        amount=Money(row.amount_cents),
        paid=Money(row.paid_cents),
        patient_share=Money(row.patient_share_cents),
        payer_claim_number=row.payer_claim_number,
        lines=tuple(to_line(line) for line in sorted(row.lines.all(), key=lambda line: line.line)),
        events=tuple(ClaimEvent(event.at, event.words, event.by, event.tone) for event in events),
    )
