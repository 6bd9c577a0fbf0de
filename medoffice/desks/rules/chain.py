"""Laying a chain out: from any thing back to its first causes and on to its last effects, in the order of the flow."""

from collections.abc import Callable
from uuid import UUID

from medoffice.kernel.trace import FLOW, Ref, Step, close, veil

LIMIT = 160
_WHOLE = ("charge", "claim")


def walk(start: Ref, step: Callable[[Ref], Step | None], effects: Callable[[Ref], list[Ref]]) -> list[Step]:
    """All steps the start rests on and all it led to; a thing appears once. Ordered by flow, then by time.

    Back from the start every cause is taken; forward, every effect of the start and of what followed, and the whole
    life of each charge and claim the start rests on; then what the payments found rest on (the receipt behind money
    put on a charge). What only repeats the charge it rests on is left out. Other effects of a cause (the same visit's
    other charges) are not followed.
    """
    first = step(start)
    if first is None:
        return []
    found: dict[Ref, Step] = {start: first}
    _follow([start], found, lambda ref: list(found[ref].causes), step)
    _follow([start, *(ref for ref, one in found.items() if one.stage in _WHOLE)], found, effects, step)
    paid = [ref for ref, one in found.items() if one.stage == "payment"]
    _follow(paid, found, lambda ref: list(found[ref].causes), step)
    told = [one for one in found.values() if one is first or not _repeats(one, found)]
    return sorted(told, key=lambda one: (*_place(one), _depth(one.ref, found), one.title))


def unveiled(steps: list[Step], may: Callable[[str, UUID | None, UUID | None], bool]) -> list[Step]:
    """The steps as somebody may read them: closed, or without the texts they may not read."""

    def seen(one: Step) -> Step:
        if one.opens and not may(one.opens, one.subject, one.visit):
            return close(one)
        return veil(one) if one.needs and not may(one.needs, one.subject, one.visit) else one

    return [seen(one) for one in steps]


def subjects(steps: list[Step]) -> set[UUID]:
    """The patients a chain is about."""
    return {found.subject for found in steps if found.subject is not None}


def _follow(
    starts: list[Ref], found: dict[Ref, Step], onward: Callable[[Ref], list[Ref]], step: Callable[[Ref], Step | None]
) -> None:
    waiting = list(starts)
    while waiting and len(found) < LIMIT:
        for ref in onward(waiting.pop(0)):
            known = ref in found
            following = None if known else step(ref)
            if following is not None:
                found[ref] = following
                waiting.append(ref)


def _repeats(one: Step, found: dict[Ref, Step]) -> bool:
    """Whether it says of a charge only what the charge says itself: that it was made, and its amount."""
    rests_on = [found[cause] for cause in one.causes if cause in found]
    return one.stage == "charge" and any(at.stage == "charge" and at.amount == one.amount for at in rests_on)


def _place(found: Step) -> tuple[int, float]:
    return FLOW.index(found.stage), found.at.timestamp() if found.at else 0.0


def _depth(ref: Ref, found: dict[Ref, Step], left: int = len(FLOW)) -> int:
    """How many causes in a row stand before a thing: of what happened at one moment, causes come first."""
    causes = [cause for cause in found[ref].causes if cause in found and left]
    return 1 + max((_depth(cause, found, left - 1) for cause in causes), default=0)
