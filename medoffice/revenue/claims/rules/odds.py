"""What a payer made of a service before: how often it denied it, what it allowed. Pure; too few say nothing.

A share has its count and the interval in which the true one lies 95 times of 100 (Wilson's), as far as the payer goes
on as before. Nothing is ranked by it and nothing proposed (P51).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, sqrt
from statistics import median_low, quantiles

from medoffice.kernel.money import Money
from medoffice.revenue.claims.rules.reasons import Effect, Reason, sort_money

FEW = 10  # fewer lines than these say nothing
_Z, _ROUNDED = 1.96, 1e-9


@dataclass(frozen=True, slots=True)
class Answered:
    """What a payer first said to a line: what was billed, for which first diagnosis, and its answer."""

    code: str
    modifiers: frozenset[str]
    units: int
    diagnosis: str
    charge: Money
    paid: Money
    reasons: tuple[Reason, ...]

    @property
    def open(self) -> tuple[str, ...]:
        """The reasons for what was neither paid nor taken off by contract nor the patient's."""
        return tuple(one.reason for one in self.reasons if one.effect is Effect.OPEN and one.amount.cents > 0)

    @property
    def denied(self) -> bool:
        """Whether nothing was paid, for a reason that is no contract and not the patient's share."""
        return bool(self.open) and self.paid.cents <= 0


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many lines were denied, and why most; ``low`` and ``high`` in percent. Of what, in words."""

    of: str
    denied: int
    lines: int
    low: int
    high: int
    reasons: tuple[tuple[str, int], ...]

    @property
    def says(self) -> bool:
        """Whether they are enough to say anything."""
        return self.lines >= FEW

    @property
    def percent(self) -> int:
        """Of a hundred lines how many were denied."""
        return round(100 * self.denied / self.lines) if self.lines else 0


@dataclass(frozen=True, slots=True)
class Allowed:
    """What was allowed a unit: the middle one, and between what the middle half lies. Too few: amounts are None."""

    lines: int
    middle: Money | None = None
    low: Money | None = None
    high: Money | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """A line as it is looked up: its code, its modifiers, its first diagnosis."""

    code: str
    modifiers: frozenset[str]
    diagnosis: str


def shares(asked: Asked, history: Sequence[Answered]) -> tuple[Share, ...]:
    """How often the like was denied: the code; with just these modifiers; for this first diagnosis too."""
    of_code = [one for one in history if one.code == asked.code]
    marked = [one for one in of_code if one.modifiers == asked.modifiers]
    same = [one for one in marked if one.diagnosis == asked.diagnosis]
    marks = f"with {' '.join(sorted(asked.modifiers))}" if asked.modifiers else "without a modifier"
    told = [_share("this code", of_code), _share(marks, marked)]
    return (*told, _share(f"{marks}, for {asked.diagnosis}", same)) if asked.diagnosis else tuple(told)


def allowed(asked: Asked, history: Sequence[Answered]) -> Allowed:
    """What the payer allowed for a unit of this code with just these modifiers: its payment, what it kept, and the

    patient's share. Lines of which anything is open are left out.
    """
    units = [
        (money.paid + money.withheld + money.patient).cents // one.units
        for one in history
        if one.code == asked.code and one.modifiers == asked.modifiers and not one.open and one.units > 0
        for money in (sort_money(one.paid, one.reasons),)
    ]
    if len(units) < FEW:
        return Allowed(len(units))
    low, _, high = quantiles(units, n=4, method="inclusive")
    return Allowed(len(units), Money(median_low(units)), Money(int(low)), Money(int(high)))


def interval(denied: int, lines: int) -> tuple[int, int]:
    """Wilson's interval of a share, in whole percent, the ends rounded outwards."""
    if not lines:
        return 0, 100
    share, z2 = denied / lines, _Z * _Z
    middle = (share + z2 / (2 * lines)) / (1 + z2 / lines)
    half = _Z * sqrt(share * (1 - share) / lines + z2 / (4 * lines * lines)) / (1 + z2 / lines)
    low, high = 100 * (middle - half), 100 * (middle + half)
    return max(0, floor(low + _ROUNDED)), min(100, ceil(high - _ROUNDED))


def _share(of: str, lines: Sequence[Answered]) -> Share:
    refused = [one for one in lines if one.denied]
    why = Counter(reason for one in refused for reason in dict.fromkeys(one.open))
    ranked = sorted(why.items(), key=lambda each: (-each[1], each[0]))[:2]
    return Share(of, len(refused), len(lines), *interval(len(refused), len(lines)), tuple(ranked))
