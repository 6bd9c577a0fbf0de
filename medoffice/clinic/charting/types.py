"""The nouns of the chart: vitals and notes."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Vitals:
    """Vital signs as taken; None where not taken. Units: mmHg, beats/min, breaths/min, Celsius, %, kg, cm, 0-10.

    ``height`` is of who stands, ``length`` of a child who lies; ``head`` is the circumference.
    """

    systolic: int | None = None
    diastolic: int | None = None
    pulse: int | None = None
    respirations: int | None = None
    temperature: Decimal | None = None
    oxygen: int | None = None
    weight: Decimal | None = None
    height: Decimal | None = None
    pain: int | None = None
    length: Decimal | None = None
    head: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Taking:
    """Vital signs as they were taken at a visit; ``on`` is the day at the office."""

    id: UUID
    encounter_id: UUID
    at: datetime
    on: date
    by: str
    vitals: Vitals


@dataclass(frozen=True, slots=True)
class Gestation:
    """How long a patient was carried before birth, as somebody noted it: 34 weeks and 2 days."""

    weeks: int
    days: int
    noted_at: datetime
    noted_by: str


@dataclass(frozen=True, slots=True)
class Note:
    """A visit note. Once signed its text never changes; ``sha256`` is over text, author and time of signing."""

    id: UUID
    encounter_id: UUID
    patient_id: UUID
    author_id: UUID
    author: str
    text: str
    signed: bool
    signed_at: datetime | None
    sha256: str
    started_at: datetime
    version: int
    addenda: tuple["Addendum", ...] = ()


@dataclass(frozen=True, slots=True)
class Addendum:
    """What was added to a signed note later; labelled, dated, signed."""

    id: UUID
    author: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NoteSigned:
    """A fact: a provider signed a visit's note."""

    note_id: UUID
    encounter_id: UUID
    patient_id: UUID


@dataclass(frozen=True, slots=True)
class NoteAmended:
    """A fact: words were added to a signed note."""

    note_id: UUID
    encounter_id: UUID
    patient_id: UUID
