"""Capacity: of all the rules that speak about a booking the strictest is right."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from medoffice.front_office.scheduling.types import Rule


def speaking(rules: Iterable[Rule], unit_id: UUID, kind: str) -> list[Rule]:
    """The rules about a kind of visit at a unit, whatever the block."""
    return [one for one in rules if one.unit_id in (None, unit_id) and one.kind in ("", kind)]


def at_once(rules: Sequence[Rule], label: str, of_block: int | None) -> int:
    """How many visits may run at once in a block: the least that any rule, or the block itself, says; one by itself."""
    said = [one.at_once for one in rules if one.at_once is not None and one.label in ("", label)]
    return min([*said, *([] if of_block is None else [of_block])], default=1)


def over(rules: Sequence[Rule], label: str) -> int:
    """How many more may be booked with a reason: the least that any rule says; none by itself."""
    return min((one.over for one in rules if one.over is not None and one.label in ("", label)), default=0)


def daily(rules: Iterable[Rule]) -> list[tuple[str, int]]:
    """The limits of a day: of which kind (any, if blank), how many."""
    return [(one.kind, one.per_day) for one in rules if one.per_day is not None]


def minutes(rules: Iterable[Rule], unit_id: UUID, kind: str, usual: int) -> int:
    """How long a kind of visit takes at a unit: as the rule about both says, or as usual."""
    own = (one.minutes for one in rules if one.unit_id == unit_id and one.kind == kind and one.minutes is not None)
    return next(own, usual)
