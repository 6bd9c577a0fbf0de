"""The rows of an appointment as actions write them, not saved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from medoffice.front_office.scheduling.models import Appointment, Holding, StateChange
from medoffice.front_office.scheduling.types import HOLDS_THE_SLOT, AppointmentState
from medoffice.kernel.rows import new_row


@dataclass(frozen=True, slots=True)
class Booked:
    """An appointment, the lanes it holds, and the first line of its log."""

    row: Appointment
    holdings: Sequence[Holding]
    change: StateChange


def booked_rows(
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
    places: Iterable[tuple[UUID, int]] = (),
    overbooked: str = "",
    series_id: UUID | None = None,
    case_id: UUID | None = None,
) -> Booked:
    """An appointment as it was booked; ``places`` are the units it holds, each with its lane. A walk-in holds none."""
    during = (starts, starts + timedelta(minutes=minutes))
    row = new_row(
        Appointment,
        number=number,
        patient_id=patient_id,
        provider_id=provider_id,
        site_id=site_id,
        during=during,
        visit_type_id=kind,
        reason=reason.strip()[:200],
        state=AppointmentState.BOOKED,
        call_id=call_id,
        walk_in=walk_in,
        overbooked=overbooked.strip()[:200],
        series_id=series_id,
        case_id=case_id,
        booked_by=by,
        booked_at=at,
    )
    holdings = [
        new_row(Holding, appointment_id=row.id, unit_id=unit, lane=lane, during=during) for unit, lane in places
    ]
    return Booked(row, holdings, _change(row, by, at))


def appointment_changed(
    row: Appointment, holdings: Iterable[Holding], state: AppointmentState, why: str, by: str, at: datetime
) -> StateChange:
    """The appointment in another state, which may free what it holds; returns the line of its log.

    Whether it may come to it is the action's to ask.
    """
    row.state, row.why, row.version = state, why.strip()[:200], row.version + 1
    for holding in holdings:
        holding.live = state in HOLDS_THE_SLOT
    return _change(row, by, at)


def _change(row: Appointment, by: str, at: datetime) -> StateChange:
    return new_row(StateChange, appointment_id=row.id, state=row.state, why=row.why, by=by, at=at)
