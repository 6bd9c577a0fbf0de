"""The nouns of recapture: what was coded in which year, a condition that is missing this year, what was said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID


class Said(StrEnum):
    """What a person says of a condition on the list."""

    GONE = "gone"
    NEXT = "next"
    AGAIN = "again"

    @property
    def words(self) -> str:
        """What it is called on a screen."""
        return _WORDS[self]


_WORDS = {
    Said.GONE: "no longer present",
    Said.NEXT: "to be looked at at the next visit",
    Said.AGAIN: "back on the list",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody said of a condition of a patient in a year, and why; the last one said counts."""

    patient_id: UUID
    hcc: str
    year: int
    said: Said
    why: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ScoreState:
    """Whether the office has the what-if of scores, and who said so last; off if nobody ever did."""

    on: bool
    by: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """Which mapping speaks for the visits of a calendar year: ``source`` is "" if none does.

    ``mapped``: the categories of the codes that were asked; ``before``: by the mapping of the year before, of codes
    that this one does not have; ``newer``: codes that began after those the mapping knows, from ``newer_from`` on.
    """

    year: int
    source: str
    mapped: Mapping[str, tuple[str, ...]]
    before: Mapping[str, tuple[str, ...]]
    newer: frozenset[str]
    newer_from: date | None = None

    @property
    def payment(self) -> int:
        """The payment year that rests on these visits."""
        return self.year + 1

    @property
    def loaded(self) -> bool:
        """Whether a mapping speaks for the year."""
        return bool(self.source)


@dataclass(frozen=True, slots=True)
class Coded:
    """A code that was released for a patient, by the last visit of its year."""

    patient_id: UUID
    code: str
    last: date


@dataclass(frozen=True, slots=True)
class Body:
    """What the edits of the model ask of a patient: years of age, and the sex of the record."""

    age: int
    sex: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A code of earlier years: the last visit that has it, and whether this year's mapping has it still."""

    code: str
    last: date
    in_force: bool


@dataclass(frozen=True, slots=True)
class Condition:
    """A category that earlier years have and this year has not, with the codes it rests on, and what was said of it."""

    patient_id: UUID
    hcc: str
    label: str
    codes: tuple[Earlier, ...]
    mark: Mark | None = None

    @property
    def gone(self) -> bool:
        """Whether somebody said that it is no longer present."""
        return self.mark is not None and self.mark.said is Said.GONE


@dataclass(frozen=True, slots=True)
class Found:
    """What was found of some patients: conditions that are missing, the categories that this year has, and the codes

    of this year that the mapping does not know.
    """

    conditions: tuple[Condition, ...]
    this_year: Mapping[UUID, frozenset[str]]
    unknown: tuple[Coded, ...]
