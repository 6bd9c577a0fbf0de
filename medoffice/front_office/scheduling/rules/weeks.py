"""Templates: what cannot be said about a week, and what a new one leaves of the old."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from itertools import combinations

from medoffice.front_office.scheduling.types import Block, Week

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Dates = tuple[date, date | None]


def week_of(
    weekdays: Iterable[int], stretches: Sequence[tuple[time, time]], kinds: tuple[str, ...] = ()
) -> tuple[Block, ...]:
    """The same stretches on every one of these weekdays."""
    return tuple(Block(day, starts, ends, kinds) for day in weekdays for starts, ends in stretches)


def odd_blocks(blocks: Sequence[Block]) -> str:
    """What is wrong with the blocks of a week, in words; empty if nothing is."""
    for one in blocks:
        if one.ends <= one.starts or not 0 <= one.weekday <= 6:
            return "These hours end before they start."
        if (one.opens_days is not None and one.opens_days < 0) or (one.at_once is not None and one.at_once < 1):
            return "A held block opens some days before, and a block takes at least one visit."
    for one, other in combinations(blocks, 2):
        if _meet(one, other):
            return _words(one)
    return ""


def collision(mine: Sequence[Block], dates: Dates, others: Iterable[Week]) -> str:
    """In words, where a unit would be at two sites at once; empty if nowhere."""
    for other in others:
        if _overlap(dates, (other.valid_from, other.valid_to)):
            for block in other.blocks:
                if any(_meet(one, block) for one in mine):
                    return _words(block)
    return ""


def left_of(old: Dates, new: Dates) -> list[Dates]:
    """What is left of the days of an old template beside those of a new one: before it, after it, both or nothing."""
    if not _overlap(old, new):
        return [old]
    left: list[Dates] = []
    if old[0] < new[0]:
        left.append((old[0], new[0] - timedelta(days=1)))
    if new[1] is not None and (old[1] is None or old[1] > new[1]):
        left.append((new[1] + timedelta(days=1), old[1]))
    return left


def weekly_minutes(blocks: Iterable[Block]) -> int:
    """How long a week of these blocks is."""
    day = date(2000, 1, 3)
    return sum(
        int((datetime.combine(day, one.ends) - datetime.combine(day, one.starts)).total_seconds() // 60)
        for one in blocks
    )


def _overlap(one: Dates, other: Dates) -> bool:
    return (other[1] is None or one[0] <= other[1]) and (one[1] is None or other[0] <= one[1])


def _meet(one: Block, other: Block) -> bool:
    return one.weekday == other.weekday and one.starts < other.ends and other.starts < one.ends


def _words(block: Block) -> str:
    return f"There are hours on {DAYS[block.weekday]} from {block.starts:%H:%M} to {block.ends:%H:%M} already."
