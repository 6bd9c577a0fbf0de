"""The nouns of the renewal desk: who asks for a medicine again, what the protocol says, what was decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from medoffice.clinic.prescriptions.types.prescribing import Schedule


class Way(StrEnum):
    """By which way a request came, or its answer went."""

    PHONE = "telephone"
    FAX = "fax"
    PORTAL = "portal"
    MESSAGE = "message"
    DESK = "at the desk"
    WIRE = "wire"


class Stands(StrEnum):
    """Where a request stands. READY: prepared, and waits for a prescriber. The last wait for nothing but the answer."""

    NEW = "to prepare"
    READY = "to decide"
    APPROVED = "approved"
    DENIED = "denied"
    WITHDRAWN = "withdrawn"


DECIDED = (Stands.APPROVED, Stands.DENIED)


@dataclass(frozen=True, slots=True)
class Asking:
    """What is asked: which medicine, by whom, which way, and where the answer goes. ``pharmacy`` as they said it."""

    medicine: str
    way: Way
    asker: str
    pharmacy: str = ""
    answer_to: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the protocol looks at. ``lasts`` is until when what was signed last is enough, refills and all.

    ``measured`` are the days on which something was measured last, by its words in small letters.
    """

    today: date
    last_visit: date | None
    next_visit: date | None
    on_the_list: bool
    known: bool
    ours: bool
    schedule: Schedule
    signed_on: date | None
    lasts: date | None
    ingredients: tuple[str, ...]
    measured: Mapping[str, date]


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the protocol: what it asks, whether it is met, and what was found."""

    code: str
    asks: str
    met: bool
    words: str


@dataclass(frozen=True, slots=True)
class Renewal:
    """A request for a medicine again. ``prescription_id`` is what it renews, ``made_id`` what was prepared for it."""

    id: UUID
    number: str
    patient_id: UUID
    encounter_id: UUID | None
    asking: Asking
    stands: Stands
    prescription_id: UUID | None
    made_id: UUID | None
    asked_at: datetime
    asked_by: str
    prepared_by: str
    points: tuple[Point, ...]
    decided_by: str
    decided_at: datetime | None
    why: str
    answered_at: datetime | None
    answered_by: str
    answered: str
    version: int

    @property
    def clean(self) -> bool:
        """Whether nothing of the protocol stands against it."""
        return bool(self.points) and all(one.met for one in self.points)

    @property
    def tone(self) -> str:
        """How its state is coloured."""
        tones = {Stands.APPROVED: "ok", Stands.DENIED: "bad", Stands.READY: "info"}
        return tones.get(self.stands, "warn")
