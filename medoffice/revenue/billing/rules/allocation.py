"""Spreading a patient's money over what they owe: oldest first, never more than is owed."""

from collections.abc import Sequence
from uuid import UUID

from medoffice.kernel.money import ZERO, Money
from medoffice.revenue.billing.types import Standing


def settle(held: Money, standings: Sequence[Standing]) -> list[tuple[UUID, Money]]:
    """What to put on each charge so that no money lies idle while something is open; oldest charge first.

    ``held`` is what the office holds for the patient. A negative part takes the patient's own money back from a charge
    that is no longer owed (the payer reversed its decision); what was never their money is not given to them.
    """
    back = [(found.charge_id, max(found.open, -found.put)) for found in standings if found.open < ZERO < found.put]
    left = held - Money.total(part for _, part in back)
    given = []
    for found in standings:
        part = min(left, found.open)
        if part > ZERO:
            given.append((found.charge_id, part))
            left -= part
    return back + given


def take_back(needed: Money, standings: Sequence[Standing]) -> list[tuple[UUID, Money]]:
    """From which charges the patient's money comes back when a payment was none: the latest first; parts positive."""
    taken = []
    for found in reversed(standings):
        part = min(needed, found.put)
        if part > ZERO:
            taken.append((found.charge_id, part))
            needed -= part
    return taken
