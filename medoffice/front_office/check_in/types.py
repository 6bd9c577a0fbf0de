"""The nouns of arrival and flow."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Arrival:
    """A check-in: who was identified how, under which coverage, for which appointment; it began the encounter."""

    encounter_id: UUID
    appointment_id: UUID
    patient_id: UUID
    identity_checked: str
    coverage_id: UUID | None
    arrived_at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class FlowCard:
    """A patient on the flow board; formatted. ``tone`` is quiet, ok, warn or bad; the words say why."""

    patient_id: UUID
    patient: str
    appointment_id: UUID | None
    encounter_id: UUID | None
    column: str
    time: str
    minutes: int
    provider: str
    reason: str
    room: str
    note: str
    tone: str
    language: str
