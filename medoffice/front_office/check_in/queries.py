"""Reads of arrival."""

from uuid import UUID

from medoffice.front_office.check_in.models import Arrival as Row
from medoffice.front_office.check_in.types import Arrival


def arrival_of(encounter_id: UUID) -> Arrival | None:
    """How a visit began at the desk. One query."""
    row = Row.objects.select_related("encounter").filter(encounter_id=encounter_id).first()
    if row is None:
        return None
    return Arrival(
        row.encounter_id,
        row.appointment_id,
        row.encounter.patient_id,
        row.identity_checked,
        row.coverage_id,
        row.arrived_at,
        row.by,
    )
