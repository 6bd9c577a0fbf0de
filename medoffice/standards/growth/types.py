"""The nouns of growth references."""

from bisect import bisect_left
from dataclasses import dataclass
from enum import StrEnum


class Table(StrEnum):
    """A table of the CDC by the name of its file; ages in months, lengths and statures in cm, weights in kg.

    The first four are for children who lie to be measured, the others for those who stand.
    """

    WEIGHT_INFANT = "wtageinf"
    LENGTH = "lenageinf"
    HEAD = "hcageinf"
    WEIGHT_FOR_LENGTH = "wtleninf"
    WEIGHT = "wtage"
    STATURE = "statage"
    BMI = "bmiagerev"


@dataclass(frozen=True, slots=True)
class Lms:
    """Skewness, median and spread of a measure at an age (or at a length)."""

    l: float  # noqa: E741 - as the method names it
    m: float
    s: float


class OutOfTableError(ValueError):
    """An age (or a length) that a table does not reach."""


@dataclass(frozen=True, slots=True)
class Curve:
    """A table for one sex: ``ages`` (or lengths) in order, and the parameters at each."""

    ages: tuple[float, ...]
    points: tuple[Lms, ...]

    @property
    def first(self) -> float:
        """The first age it knows."""
        return self.ages[0]

    @property
    def last(self) -> float:
        """The last age it knows."""
        return self.ages[-1]

    def at(self, age: float) -> Lms:
        """The parameters at an age: those of the table, and between two of its ages drawn in a straight line.

        OutOfTableError for an age before the first or after the last.
        """
        if not self.first <= age <= self.last:
            raise OutOfTableError(f"{age:g} lies outside {self.first:g} to {self.last:g}")
        place = bisect_left(self.ages, age)
        if self.ages[place] == age:
            return self.points[place]
        before, after = self.points[place - 1], self.points[place]
        part = (age - self.ages[place - 1]) / (self.ages[place] - self.ages[place - 1])
        return Lms(*(low + (high - low) * part for low, high in zip(_of(before), _of(after), strict=True)))


@dataclass(frozen=True, slots=True)
class Edition:
    """Where the tables are from, for who reads a chart."""

    name: str
    year: int
    source: str


def _of(point: Lms) -> tuple[float, float, float]:
    return point.l, point.m, point.s
