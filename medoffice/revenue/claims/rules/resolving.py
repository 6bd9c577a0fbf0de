"""What a person said about a payment, put into it: pure. The sums of the payment stay what they are (E1, E2, E4)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.revenue.claims.types import Answer, Choice, Part
from medoffice.standards.x12.types import ClaimRemit, LineRemit


def about(choices: Sequence[Choice], claim: int) -> tuple[Choice, ...]:
    """What was said about one claim of the payment."""
    return tuple(choice for choice in choices if choice.claim == claim)


def answer_to(choices: Sequence[Choice], part: Part, place: int = 0) -> Choice | None:
    """What was said about one part of a claim."""
    return next((choice for choice in choices if (choice.part, choice.place) == (part, place)), None)


def lines_said(choices: Sequence[Choice]) -> dict[int, UUID]:
    """Our line by the place of the payer's, where a person said so."""
    return {c.place: c.line_id for c in choices if c.part is Part.LINE and c.line_id is not None}


def lines_not_ours(choices: Sequence[Choice]) -> set[int]:
    """The places of the payer's lines that a person found not to be ours."""
    return {c.place for c in choices if c.part is Part.LINE and c.answer is Answer.NOT_OURS}


def without_lines(decided: ClaimRemit, places: set[int]) -> ClaimRemit:
    """The decision without some of its lines: charge and payment are less by theirs."""
    gone = [line for place, line in enumerate(decided.lines) if place in places]
    return replace(
        decided,
        charge=decided.charge - Money.total(line.charge for line in gone),
        paid=decided.paid - Money.total(line.paid for line in gone),
        lines=tuple(line for place, line in enumerate(decided.lines) if place not in places),
    )


def spread(amount: Money, over: Sequence[Money]) -> list[Money]:
    """An amount shared out by weight, to the cent: the parts sum to it, none is a cent from its share or more.

    Weights all of one sign; cents that are left go to the largest remainders, earlier first.
    """
    weights = [abs(weight.cents) for weight in over]
    total, cents, sign = sum(weights), abs(amount.cents), 1 if amount.cents >= 0 else -1
    if not total:
        return [amount, *[Money()] * (len(weights) - 1)] if weights else []
    parts = [cents * weight // total for weight in weights]
    order = sorted(range(len(weights)), key=lambda place: -(cents * weights[place] % total))
    for place in order[: cents - sum(parts)]:
        parts[place] += 1
    return [Money(sign * part) for part in parts]


def place_adjustments(decided: ClaimRemit, lines: Sequence[LineRemit], on: Mapping[int, int | None]) -> list[LineRemit]:
    """The lines with the claim's own adjustments put on them; each takes off what it is from the line's payment.

    ``on`` names for each adjustment the place of its line, or None to spread it over all by their charge.
    """
    placed = list(lines)
    for number, adjustment in enumerate(decided.adjustments):
        place = on[number]
        shares = spread(adjustment.amount, [line.charge for line in lines]) if place is None else []
        for at, line in enumerate(placed):
            amount = adjustment.amount if at == place else shares[at] if shares else Money()
            if amount:
                part = replace(adjustment, amount=amount)
                placed[at] = replace(line, paid=line.paid - amount, adjustments=(*line.adjustments, part))
    return placed


def overdrawn(lines: Sequence[LineRemit]) -> LineRemit | None:
    """A line from which more is taken than it was charged; its payment then has the wrong sign."""
    return next((line for line in lines if line.paid.cents * (-1 if line.charge.cents < 0 else 1) < 0), None)
