"""Laying a chain out: from any thing back to its first causes and on to its last effects, in the order of the flow."""

from collections.abc import Callable
from uuid import UUID

from medoffice.kernel.trace import Ref, Step

FLOW = ("call", "appointment", "encounter", "note", "code", "charge", "claim", "payment", "ledger", "report")
LIMIT = 160


def walk(start: Ref, step: Callable[[Ref], Step | None], effects: Callable[[Ref], list[Ref]]) -> list[Step]:
    """All steps the start rests on and all it led to; a thing appears once. Ordered by flow, then by time.

    Back from the start every cause is taken; forward, every effect of the start and of what followed. A cause's other
    effects (the same visit's other charges) are not followed.
    """
    found: dict[Ref, Step] = {}
    first = step(start)
    if first is None:
        return []
    found[start] = first
    _follow(start, found, lambda ref: list(found[ref].causes), step)
    _follow(start, found, effects, step)
    return sorted(found.values(), key=_place)


def subjects(steps: list[Step]) -> set[UUID]:
    """The patients a chain is about."""
    return {found.subject for found in steps if found.subject is not None}


def _follow(
    start: Ref, found: dict[Ref, Step], onward: Callable[[Ref], list[Ref]], step: Callable[[Ref], Step | None]
) -> None:
    waiting = [start]
    while waiting and len(found) < LIMIT:
        for ref in onward(waiting.pop(0)):
            known = ref in found
            following = None if known else step(ref)
            if following is not None:
                found[ref] = following
                waiting.append(ref)


def _place(found: Step) -> tuple[int, float, str]:
    return FLOW.index(found.stage), found.at.timestamp() if found.at else 0.0, found.title
