"""The nouns of downtime: what is told of a visit and a patient, a pack that was made, how packs are made."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Section:
    """What a room says of a patient on the pack; without lines nothing is recorded."""

    title: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Visit:
    """A line of the pack. Empty names: the record is held back. ``about`` is empty where only that is held back."""

    on: date
    time: str
    provider: str
    site: str
    name: str = ""
    born: str = ""
    mrn: str = ""
    phone: str = ""
    alert: str = ""
    about: str = ""
    sections: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was made: its file, when, whom it tells of, and what could not be printed or copied."""

    id: UUID
    name: str
    made_at: datetime
    patient_ids: tuple[UUID, ...]
    held_back: int
    size: int
    findings: tuple[dict[str, str], ...]


@dataclass(frozen=True, slots=True)
class HowMade:
    """How the office wants its packs: how many are kept, and who chose the password, when."""

    keep: int
    set_by: str
    set_at: datetime
