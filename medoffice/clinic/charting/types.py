"""The nouns of the chart: vitals and notes."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Vitals:
    """Vital signs as taken; None where not taken. Units: mmHg, beats/min, breaths/min, Celsius, %, kg, cm, 0-10."""

    systolic: int | None = None
    diastolic: int | None = None
    pulse: int | None = None
    respirations: int | None = None
    temperature: Decimal | None = None
    oxygen: int | None = None
    weight: Decimal | None = None
    height: Decimal | None = None
    pain: int | None = None


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
