"""Spreading a patient's money over what they owe: oldest first, never more than is owed."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.kernel.money import Money


def allocate(available: Money, owed: Sequence[tuple[UUID, Money]]) -> list[tuple[UUID, Money]]:
    """How much of ``available`` goes to each debt, in the order given; debts of zero or less get nothing."""
    left, given = available.cents, []
    for debt, amount in owed:
        part = min(left, amount.cents)
        if part > 0:
            given.append((debt, Money(part)))
            left -= part
    return given
