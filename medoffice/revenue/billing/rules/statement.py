"""What a statement says: every dollar the patient is asked for, explained."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from medoffice.kernel.money import ZERO, Money
from medoffice.revenue.billing.types import AccountEvent, EventKind

# Adjustment reasons of the group "patient responsibility", in our words.
_SHARES = {"1": "deductible", "2": "coinsurance", "3": "copay"}
_ADJUSTED = (EventKind.CONTRACTUAL, EventKind.ADJUSTMENT, EventKind.WITHHOLD, EventKind.BAD_DEBT, EventKind.FEE_BACK)


@dataclass(frozen=True, slots=True)
class StatementLine:
    """A service on a statement: what was charged, what became of it, what is the patient's, and why."""

    date: date
    words: str
    charged: Money
    insurance_paid: Money
    adjusted: Money
    patient_paid: Money
    due: Money
    because: str


def explain(day: date, words: str, events: Sequence[AccountEvent]) -> StatementLine:
    """One charge's line from its events. Reductions are positive; ``due`` is what the patient still owes of it."""

    def total(*kinds: EventKind) -> Money:
        return Money.total(event.insurance + event.patient for event in events if event.kind in kinds)

    return StatementLine(
        date=day,
        words=words,
        charged=total(EventKind.CHARGE, EventKind.FEE),
        insurance_paid=-total(EventKind.PAYER_PAYMENT),
        adjusted=-total(*_ADJUSTED),
        patient_paid=-total(EventKind.CREDIT_APPLIED),
        due=Money.total(event.patient for event in events),
        because=_because(events),
    )


def _because(events: Iterable[AccountEvent]) -> str:
    """Why a charge became the patient's, from the events that made it so; what was reversed is not mentioned."""
    sums: dict[str, Money] = {}
    for event in events:
        for why, amount in _reasons(event):
            sums[why] = sums.get(why, ZERO) + amount
    parts = [f"{why} {amount}" for why, amount in sums.items() if amount]
    return ", ".join(parts)


def _reasons(event: AccountEvent) -> list[tuple[str, Money]]:
    if event.kind is EventKind.CHARGE:
        return [("no insurance on that date", event.patient)] if event.patient else []
    if event.kind is EventKind.FEE:
        return [("the office's fee, which no insurance pays", event.patient)]
    if event.kind is not EventKind.TRANSFER:
        return []
    told = [(_SHARES.get(reason, f"your plan's reason {reason}"), amount) for reason, amount in event.shares]
    rest = event.patient - Money.total(amount for _, amount in told)
    by_person = event.cause.kind == "charge"
    return [*told, (event.words if by_person else "your share as your plan decided", rest)]


def statement_total(lines: Sequence[StatementLine]) -> Money:
    """What the statement asks for."""
    return Money.total(line.due for line in lines)
