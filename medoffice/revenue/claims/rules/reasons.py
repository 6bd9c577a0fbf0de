"""What a payer's adjustment means for the money: the office's reading of CAS group and reason (CARC).

Only what is certain moves by itself: PR to the patient, CO 45 to the contractual adjustment, CO 253 to the withhold.
Everything else stays owed by the insurance until a person decides (P3, P55: a denial never writes off).
"""

from dataclasses import dataclass
from enum import StrEnum

from medoffice.kernel.money import ZERO, Money


class Effect(StrEnum):
    """What an adjustment does to a charge's balance."""

    PATIENT = "patient"
    CONTRACTUAL = "contractual"
    WITHHELD = "withheld"
    TOLD_BEFORE = "told before"
    OPEN = "open"


CONTRACTUAL_REASONS = frozenset({"45"})
WITHHELD_REASONS = frozenset({"253"})
# The impact of an earlier payer's decision: that decision is in the books already.
TOLD_BEFORE_REASONS = frozenset({"23"})


def effect_of(group: str, reason: str) -> Effect:
    """The effect of one adjustment."""
    if group == "PR":
        return Effect.PATIENT
    if group == "CO" and reason in CONTRACTUAL_REASONS:
        return Effect.CONTRACTUAL
    if group == "CO" and reason in WITHHELD_REASONS:
        return Effect.WITHHELD
    if group == "OA" and reason in TOLD_BEFORE_REASONS:
        return Effect.TOLD_BEFORE
    return Effect.OPEN


@dataclass(frozen=True, slots=True)
class Reason:
    """An adjustment as stored: group, CARC, amount."""

    group: str
    reason: str
    amount: Money

    @property
    def effect(self) -> Effect:
        """What it does."""
        return effect_of(self.group, self.reason)


@dataclass(frozen=True, slots=True)
class LineMoney:
    """A payer's decision about one charge, sorted by effect."""

    paid: Money = ZERO
    contractual: Money = ZERO
    withheld: Money = ZERO
    patient: Money = ZERO
    open: Money = ZERO


def sort_money(paid: Money, reasons: tuple[Reason, ...]) -> LineMoney:
    """Sort a line's adjustments by what they do."""

    def total(effect: Effect) -> Money:
        return Money.total(reason.amount for reason in reasons if reason.effect is effect)

    return LineMoney(paid, total(Effect.CONTRACTUAL), total(Effect.WITHHELD), total(Effect.PATIENT), total(Effect.OPEN))
