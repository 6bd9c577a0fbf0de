"""What may be answered to an amendment, what may be said after it, and what goes with the item from then on."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from medoffice.records.rights.types import Amendment, Answer, Ground, LineKind


def grounds_in(data: Mapping[str, Mapping[str, Any]]) -> dict[str, Ground]:
    """The reasons of the data file by key."""
    return {key: Ground(key, **told) for key, told in data.items()}


def in_force(grounds: Mapping[str, Ground], on: date) -> list[Ground]:
    """The reasons that hold on a day."""
    return [one for one in grounds.values() if one.since <= on]


def may_say(one: Amendment) -> tuple[LineKind, ...]:
    """What may be said now: the patient after a denial, the office after that, and that somebody was told.

    45 CFR 164.526(d)(1)(ii)-(iii), (d)(2)-(3), (c)(3); unverified.
    """
    if one.answer is Answer.ACCEPTED:
        return (LineKind.TOLD,)
    if one.answer is not Answer.DENIED:
        return ()
    after = (LineKind.REBUTTAL,) if one.said(LineKind.DISAGREES) else ()
    return (LineKind.DISAGREES, LineKind.INCLUDE, *after, LineKind.TOLD)


def goes_along(one: Amendment) -> bool:
    """Whether it goes with each later copy of its item.

    What was accepted does; a denial does once the patient disagrees or wants it (45 CFR 164.526(d)(5); unverified).
    """
    if one.answer is Answer.ACCEPTED:
        return True
    return one.answer is Answer.DENIED and any(one.said(kind) for kind in (LineKind.DISAGREES, LineKind.INCLUDE))


def title_of(one: Amendment) -> str:
    """What stands over it beside the item."""
    said = {Answer.OPEN: "asked, not answered yet", Answer.WITHDRAWN: "asked and withdrawn"}
    return f"Amendment {one.number}: {said.get(one.answer, one.answer.value)}"


def words_of(one: Amendment) -> str:
    """All of it, as it stands beside the item: what was asked, what was answered, what was said to that."""
    name = one.asker_name or one.asker.says
    parts = [f"{name} asked on {one.came_on:%m/%d/%Y}: {one.wrong}"]
    if one.right:
        parts.append(f"It should say: {one.right}")
    if one.answer is Answer.ACCEPTED:
        parts.append(f"The office accepted it: {one.statement}")
    if one.answer is Answer.DENIED:
        because = f"{one.ground.words}. " if one.ground else ""
        parts.append(f"The office denied it: {because}{one.answered_why}".strip())
    parts += [f"The patient disagrees: {line.words}" for line in one.said(LineKind.DISAGREES)]
    parts += [f"The office answers: {line.words}" for line in one.said(LineKind.REBUTTAL)]
    return "\n\n".join(parts)
