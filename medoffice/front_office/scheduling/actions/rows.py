"""The row of an appointment as actions write it, not saved."""

from datetime import datetime, timedelta
from uuid import UUID

from medoffice.front_office.scheduling.models import Appointment
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel.rows import new_row


def appointment_row(
    *,
    number: str,
    patient_id: UUID,
    provider_id: UUID,
    site_id: UUID,
    starts: datetime,
    minutes: int,
    kind: str,
    reason: str,
    call_id: UUID | None,
    walk_in: bool,
    by: str,
    at: datetime,
) -> Appointment:
    """An appointment as it was booked."""
    return new_row(
        Appointment,
        number=number,
        patient_id=patient_id,
        provider_id=provider_id,
        site_id=site_id,
        during=(starts, starts + timedelta(minutes=minutes)),
        visit_type_id=kind,
        reason=reason.strip()[:200],
        state=AppointmentState.BOOKED,
        call_id=call_id,
        walk_in=walk_in,
        booked_by=by,
        booked_at=at,
    )


def appointment_changed(row: Appointment, state: AppointmentState, why: str = "") -> Appointment:
    """The appointment in another state; whether it may come to it is the action's to ask."""
    row.state, row.why, row.version = state, why.strip()[:200], row.version + 1
    return row
