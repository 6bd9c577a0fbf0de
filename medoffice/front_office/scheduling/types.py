"""The nouns of the schedule."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class AppointmentState(StrEnum):
    """Where an appointment stands. Everything after ARRIVED is told by the encounter."""

    BOOKED = "booked"
    CONFIRMED = "confirmed"
    ARRIVED = "arrived"
    CANCELLED = "cancelled"
    MOVED = "moved"
    NO_SHOW = "no_show"


HOLDS_THE_SLOT = frozenset({AppointmentState.BOOKED, AppointmentState.CONFIRMED, AppointmentState.ARRIVED})


@dataclass(frozen=True, slots=True)
class VisitType:
    """A kind of visit: its length, and which encounter class and service level it usually leads to."""

    key: str
    name: str
    minutes: int
    encounter_class: str = "office"
    takes_copay: bool = True


@dataclass(frozen=True, slots=True)
class Slot:
    """A free time of a provider at a site; instants are UTC, ``label`` is as the office says it (site zone)."""

    provider_id: UUID
    provider: str
    site_id: UUID
    starts: datetime
    ends: datetime
    label: str


@dataclass(frozen=True, slots=True)
class Appointment:
    """A booked time. ``call_id`` is the call that asked for it, if any; ``walk_in`` ones are made on arrival."""

    id: UUID
    number: str
    patient_id: UUID
    provider_id: UUID
    site_id: UUID
    starts: datetime
    ends: datetime
    visit_type: str
    reason: str
    state: AppointmentState
    call_id: UUID | None
    walk_in: bool
    moved_to: UUID | None
    booked_by: str
    booked_at: datetime
    version: int
