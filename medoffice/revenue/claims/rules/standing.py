"""Which of a payer's decisions stand: a reversal takes back the one it mirrors, and no other (P8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.revenue.claims.rules.reasons import Effect, Reason


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """What a decision says about one of our lines."""

    line_id: UUID
    charge: Money
    paid: Money
    reasons: tuple[Reason, ...] = ()

    @property
    def open(self) -> Money:
        """What it leaves for a person to settle."""
        return Money.total(reason.amount for reason in self.reasons if reason.effect is Effect.OPEN)

    @property
    def unpaid_by_contract(self) -> bool:
        """Whether the contract is said to take all of it: no payment, nothing for the patient, nothing open."""
        return (
            bool(self.charge) and {reason.effect for reason in self.reasons} == {Effect.CONTRACTUAL} and not self.paid
        )


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision with its lines; ``reversal`` for CLP02 22."""

    id: UUID
    reversal: bool
    lines: tuple[DecidedLine, ...]


def standing(decisions: Sequence[Decided]) -> list[Decided]:
    """Those that no later reversal took back, in order."""
    left: list[Decided] = []
    for decision in decisions:
        if not decision.reversal:
            left.append(decision)
        elif (original := taken_back_by(decision.lines, left)) is not None:
            left.remove(original)
    return left


def taken_back_by(lines: Sequence[DecidedLine], decisions: Sequence[Decided]) -> Decided | None:
    """The latest of these decisions whose lines are exactly the opposite of a reversal's; never a likely one."""
    wanted = sorted((line.line_id, -line.charge, -line.paid) for line in lines)
    for decision in reversed(decisions):
        if sorted((line.line_id, line.charge, line.paid) for line in decision.lines) == wanted:
            return decision
    return None
