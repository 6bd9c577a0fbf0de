"""Fitting a payer's decision to what is still open: money is what it is, but nothing is taken off or billed twice.

A payer may decide the same charge again without taking its first decision back, and a second payer may compare its own
contract with the whole charge. What it paid was paid; what it withholds, makes the patient's or takes off by contract
counts only as far as something is left. A reversal (negative amounts) is never fitted.
"""

from dataclasses import replace

from medoffice.kernel.money import ZERO, Money
from medoffice.revenue.billing.types import PayerLine

_PARTS = ("withheld", "patient", "awaited", "contractual", "other")


def fit(line: PayerLine, open_: Money) -> PayerLine:
    """The line, each positive part cut to what is left of ``open_``; what the patient owes comes before contract."""
    given = {part: getattr(line, part) for part in _PARTS}
    back = Money.total(amount for amount in given.values() if amount < ZERO)
    left = max(open_ - line.paid - back, ZERO)
    fitted = {}
    for part, amount in given.items():
        fitted[part] = min(amount, left) if amount > ZERO else amount
        left -= max(fitted[part], ZERO)
    return replace(line, **fitted, shares=_cut(line.shares, line.patient - fitted["patient"]))


def _cut(shares: tuple[tuple[str, Money], ...], too_much: Money) -> tuple[tuple[str, Money], ...]:
    """The shares less what was too much, the last ones first."""
    kept = []
    for reason, amount in reversed(shares):
        less = min(max(amount, ZERO), too_much)
        too_much -= less
        if amount - less:
            kept.append((reason, amount - less))
    return tuple(reversed(kept))
