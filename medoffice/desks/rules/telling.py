"""Telling a chain: each step with the words it rests on, letters that tie codes to the note, the stages in order."""

from dataclasses import dataclass
from itertools import pairwise
from string import ascii_uppercase

from medoffice.kernel.trace import Ref, Step

_ROOM = 60


@dataclass(frozen=True, slots=True)
class Told:
    """A step as the page shows it.

    ``opens`` is true for the first step of its stage. ``letter`` ties a code to its words in the note; ``before``,
    ``words`` and ``after`` are the words a step rests on within their sentence.
    """

    step: Step
    opens: bool
    letter: str = ""
    before: str = ""
    words: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A note that codes rest on, with their words marked: (start, end, letter)."""

    step: Step
    text: str
    marks: list[tuple[int, int, str]]


def tell(steps: list[Step]) -> list[Told]:
    """The steps of a chain, in their order, as the page shows them."""
    letters = _letters(steps)
    stages = ["", *(one.stage for one in steps)]
    opens = [earlier != later for earlier, later in pairwise(stages)]
    return [_told(one, first, letters.get(one.ref, "")) for one, first in zip(steps, opens, strict=True)]


def papers(steps: list[Step]) -> list[Paper]:
    """The notes of a chain with the words marked that its codes rest on."""
    letters = _letters(steps)
    return [
        Paper(one, one.quote, [(*code.quote_span, letters[code.ref]) for code in steps if _rests_on(code, one)])
        for one in steps
        if one.stage == "note" and one.quote and not one.quote_span[1]
    ]


def _letters(steps: list[Step]) -> dict[Ref, str]:
    """A letter for each code that rests on words."""
    codes = [one for one in steps if one.stage == "code" and one.quote_span[1]]
    return {one.ref: _letter(place) for place, one in enumerate(codes)}


def _letter(place: int) -> str:
    """A, B ... Z, A2, B2 ..."""
    again, at = divmod(place, len(ascii_uppercase))
    return ascii_uppercase[at] + (str(again + 1) if again else "")


def _rests_on(code: Step, paper: Step) -> bool:
    return code.stage == "code" and bool(code.quote_span[1]) and paper.ref in code.causes


def _told(one: Step, opens: bool, letter: str) -> Told:
    if not one.quote_span[1]:
        return Told(one, opens)
    start, end = one.quote_span
    before, after = _sentence(one.quote, start, end)
    return Told(one, opens, letter, before, one.quote[start:end], after)


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after some words in their sentence, cut where it is long."""
    head, tail = text[:start], text[end:]
    begin = max((head.rfind(mark) + len(mark) for mark in (". ", "\n", ": ") if mark in head), default=0)
    ends = [tail.find(mark) + 1 for mark in (". ", "\n") if mark in tail]
    before, after = head[begin:], tail[: min(ends, default=len(tail))].rstrip()
    return (
        "\u2026" + before[-_ROOM:] if len(before) > _ROOM else before,
        after[:_ROOM] + "\u2026" if len(after) > _ROOM else after,
    )
