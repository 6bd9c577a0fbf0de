"""The row of an arrival as the action writes it, not saved."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.check_in.models import Arrival
from medoffice.kernel.rows import new_row


def arrival_row(
    *,
    appointment_id: UUID,
    encounter_id: UUID,
    coverage_id: UUID | None,
    identity_checked: str,
    by: str,
    at: datetime,
    left_because: str = "",
    case_id: UUID | None = None,
) -> Arrival:
    """An arrival; ``left_because`` only once the patient has left unseen."""
    return new_row(
        Arrival,
        appointment_id=appointment_id,
        encounter_id=encounter_id,
        coverage_id=coverage_id,
        case_id=case_id,
        identity_checked=identity_checked.strip()[:80],
        arrived_at=at,
        by=by,
        left_because=left_because.strip()[:200],
    )
