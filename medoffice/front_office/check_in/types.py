"""The nouns of arrival."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from medoffice.records.coverage.types import Case, Check, Coverage


@dataclass(frozen=True, slots=True)
class Arrival:
    """A check-in: who was identified how, under which coverage or case, for which appointment, of which encounter."""

    encounter_id: UUID
    appointment_id: UUID
    patient_id: UUID
    identity_checked: str
    coverage_id: UUID | None
    arrived_at: datetime
    by: str
    case_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Payable:
    """Who may be billed for a visit of a day: a policy or a case."""

    id: UUID
    label: str
    is_case: bool = False


@dataclass(frozen=True, slots=True)
class PolicyToday:
    """A policy in force on the day of a visit, with what its payer was asked about that visit, latest first."""

    policy: Coverage
    checks: tuple[Check, ...]

    @property
    def latest(self) -> Check | None:
        """The latest question."""
        return self.checks[0] if self.checks else None


@dataclass(frozen=True, slots=True)
class Insurance:
    """Who pays for a visit: its case, or the policies in force on its day. What was asked once stays readable."""

    on: date
    case: Case | None
    policies: tuple[PolicyToday, ...]
    earlier: tuple[Check, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A scanned insurance card. ``read`` says whether a text recogniser saw it; ``suggested`` is what it found."""

    id: UUID
    patient_id: UUID
    front_id: UUID
    back_id: UUID | None
    suggested: dict[str, str]
    read: bool
    coverage_id: UUID | None
    scanned_at: datetime
    scanned_by: str
