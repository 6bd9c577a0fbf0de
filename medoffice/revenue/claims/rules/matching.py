"""Finding the claim line a remittance line is about (P12, P56): never by guess.

First the line control number we sent (REF*6R); then the one line with the same procedure and charge that no other
remittance line has; a modifier the payer dropped does not hinder that. Otherwise nothing, and a person looks.
"""

from collections.abc import Sequence
from uuid import UUID

from medoffice.revenue.claims.types import ClaimLine
from medoffice.standards.x12.types import LineRemit


def match_lines(remitted: Sequence[LineRemit], sent: Sequence[ClaimLine]) -> list[UUID | None]:
    """For each remittance line the id of our line, or None."""
    free = {line.id: line for line in sent}
    found: list[UUID | None] = [None] * len(remitted)
    for place, line in enumerate(remitted):
        by_control = [ours.id for ours in free.values() if line.control and ours.control == line.control]
        if len(by_control) == 1:
            found[place] = by_control[0]
            del free[by_control[0]]
    for place, line in enumerate(remitted):
        if found[place] is None and not line.control:
            code = (line.original or line.procedure).code
            alike = [ours.id for ours in free.values() if code and (ours.code, ours.amount) == (code, abs_money(line))]
            if len(alike) == 1:
                found[place] = alike[0]
                del free[alike[0]]
    return found


def abs_money(line: LineRemit) -> object:
    """The charge without its sign: a reversal's is negative."""
    return line.charge if line.charge.cents >= 0 else -line.charge
