"""Westgard's rules over what controls gave, in standard deviations from their mean.

1-2s: one beyond 2 SD. 1-3s: one beyond 3 SD. 2-2s: two in a row beyond 2 SD on the same side, of one level or of two
levels in one run. R-4s: two levels of one run further apart than 4 SD, one above +2 SD and the other below -2 SD.
4-1s: four in a row beyond 1 SD on the same side. 10x: ten in a row on the same side of the mean.
Known from memory (source: unverified); which of them lock a test is the office's to say.
"""

from collections.abc import Sequence
from decimal import Decimal

from medoffice.clinic.office_lab.types import Westgard


def z_of(value: Decimal, mean: Decimal, sd: Decimal) -> Decimal:
    """How many standard deviations from the mean, to the hundredth. ValueError for an SD that is not above zero."""
    if sd <= 0:
        raise ValueError("a standard deviation is above zero")
    return ((value - mean) / sd).quantize(Decimal("0.01"))


def broken_by(level: Sequence[Decimal], together: Sequence[Decimal] = ()) -> tuple[Westgard, ...]:
    """Which rules the latest of a level breaks, in the order of the enumeration.

    ``level``: what this level gave, oldest first, the latest with it; ``together``: what other levels gave in its run.
    Nothing for nothing. A value that lies on a limit does not lie beyond it.
    """
    if not level:
        return ()
    last = level[-1]
    found = {
        Westgard.ONE_2S: abs(last) > 2,
        Westgard.ONE_3S: abs(last) > 3,
        Westgard.TWO_2S: _same_side(level, 2, 2) or any(_same_side([one, last], 2, 2) for one in together),
        Westgard.R_4S: any(_apart(one, last) for one in together),
        Westgard.FOUR_1S: _same_side(level, 4, 1),
        Westgard.TEN_X: _same_side(level, 10, 0),
    }
    return tuple(rule for rule, holds in found.items() if holds)


def _same_side(values: Sequence[Decimal], how_many: int, beyond: int) -> bool:
    """Whether so many of the latest all lie further than that on the same side."""
    latest = values[-how_many:]
    if len(latest) < how_many:
        return False
    return all(one > beyond for one in latest) or all(one < -beyond for one in latest)


def _apart(one: Decimal, other: Decimal) -> bool:
    """Whether one lies above +2 SD and the other below -2 SD, which is further apart than 4 SD."""
    return max(one, other) > 2 and min(one, other) < -2
