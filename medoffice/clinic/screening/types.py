"""The nouns of screening: instruments, what was answered, how it is scored."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Band:
    """From which score on it is called so; ``tone`` colours it."""

    least: int
    words: str
    tone: str


@dataclass(frozen=True, slots=True)
class Urgent:
    """An answer that a provider hears of at once: of the question at ``place`` (from 1), from ``least`` on."""

    place: int
    least: int
    words: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """Questions with the same answers, of which each counts; ``licence`` says whose words they are."""

    key: str
    name: str
    asks: str
    questions: tuple[str, ...]
    answers: tuple[str, ...]  # their places, from 0, are what they count
    bands: tuple[Band, ...]
    urgent: tuple[Urgent, ...]
    licence: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is asked in one go: an instrument, or several."""

    key: str
    name: str
    instruments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """The instruments of an office from a day on."""

    version: str
    since: date
    source: str
    instruments: Mapping[str, Instrument]
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """What answers come to."""

    score: int
    most: int
    band: Band
    urgent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Screened:
    """What was answered at a visit and what it came to; ``instead_of`` it corrects, ``stands``: none corrects it."""

    id: UUID
    patient_id: UUID
    encounter_id: UUID
    key: str
    name: str
    answers: tuple[int, ...]
    score: int
    most: int
    band: str
    tone: str
    urgent: str
    edition: str
    at: datetime
    by: str
    stands: bool = True
    instead_of: UUID | None = None
    why: str = ""
