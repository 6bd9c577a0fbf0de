"""What can be done about money a payer did not pay: how much is still open, and how much a patient may be billed."""

from collections.abc import Sequence

from medoffice.kernel.money import Money
from medoffice.revenue.claims.rules.reasons import Effect, Reason

GROUP_WORDS = {
    "CO": "by the contract: the patient may not be billed for it",
    "PR": "the patient's own share",
    "OA": "for another reason: it may be billed to the patient if a person says why",
    "PI": "the payer's own reduction: no contract forbids billing the patient, but a person must say why",
}


def group_words(group: str) -> str:
    """What an adjustment's group means for who owes it."""
    return GROUP_WORDS.get(group, "a group we do not know: ask the payer")


def still_open(reasons: Sequence[Reason], settled: Money, insurance: Money) -> Money:
    """What a decision left open of a line and nobody settled yet; never more than the insurance still owes."""
    left = Money.total(reason.amount for reason in reasons if reason.effect is Effect.OPEN) - settled
    return Money(max(0, min(left.cents, insurance.cents)))


def may_bill_patient(reasons: Sequence[Reason], billed: Money, left: Money) -> Money:
    """How much of what is open may become the patient's: what is not CO, less what already did (P5: never CO)."""
    allowed = Money.total(r.amount for r in reasons if r.effect is Effect.OPEN and r.group != "CO") - billed
    return Money(max(0, min(allowed.cents, left.cents)))


def open_reasons(reasons: Sequence[Reason]) -> str:
    """The reasons that leave something open: ``CO 16, OA 23``."""
    return ", ".join(dict.fromkeys(f"{r.group} {r.reason}" for r in reasons if r.effect is Effect.OPEN))
