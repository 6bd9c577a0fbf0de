"""What a line of values shows, in words, for whoever does not see the picture."""

from collections.abc import Sequence
from dataclasses import dataclass

from medoffice.clinic.results.types import Result


@dataclass(frozen=True, slots=True)
class Trend:
    """The numbers of a test, oldest first, and what they show in words."""

    values: tuple[float, ...]
    told: str


def trend_of(words: str, results: Sequence[Result], unit: str) -> Trend | None:
    """The course of a test; None for fewer than two numbers. Numbers of another unit are left out."""
    values = tuple(float(one.number) for one in results if one.number is not None and one.unit == unit)
    if len(values) < 2:
        return None
    low, high, last = (f"{value:g}" for value in (min(values), max(values), values[-1]))
    return Trend(values, f"{words}: {len(values)} values from {low} to {high} {unit}, the last {last}")
