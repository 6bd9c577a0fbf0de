"""Finding the claim line a remittance line is about (P12, P56): never by guess.

First the line control number we sent (REF*6R); then the one line with the same procedure and charge that no other
remittance line has; a modifier the payer dropped does not hinder that. Otherwise nothing, and a person looks: what a
person said comes before all.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from medoffice.revenue.claims.types import ClaimLine
from medoffice.standards.x12.types import LineRemit

NOBODY: Mapping[int, UUID] = {}


def match_lines(
    remitted: Sequence[LineRemit], sent: Sequence[ClaimLine], said: Mapping[int, UUID] = NOBODY
) -> list[UUID | None]:
    """For each remittance line the id of our line, or None; ``said`` is what a person said, by place."""
    free = {line.id: line for line in sent}
    found: list[UUID | None] = [said.get(place) if said.get(place) in free else None for place in range(len(remitted))]
    for taken in filter(None, found):
        free.pop(taken, None)
    for place, line in enumerate(remitted):
        if found[place] is not None:
            continue
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
