"""The nouns of arrival."""

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
