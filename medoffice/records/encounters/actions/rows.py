"""The rows of a visit as actions write them, not saved."""

from datetime import date, datetime
from uuid import UUID

from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref
from medoffice.records.encounters.models import Encounter, StageChange
from medoffice.records.encounters.types import EncounterClass, Stage


def encounter_rows(
    *,
    number: str,
    patient_id: UUID,
    provider_id: UUID,
    site_id: UUID,
    kind: EncounterClass,
    reason: str,
    cause: Ref,
    on: date,
    by: str,
    at: datetime,
) -> tuple[Encounter, StageChange]:
    """A visit that has begun, and the arrival in its log."""
    row = new_row(
        Encounter,
        number=number,
        patient_id=patient_id,
        provider_id=provider_id,
        site_id=site_id,
        kind=kind,
        reason=reason[:200],
        stage=Stage.ARRIVED,
        stage_since=at,
        date=on,
        started_at=at,
        cause_kind=cause.kind,
        cause_id=cause.id,
    )
    return row, new_row(StageChange, encounter_id=row.id, stage=Stage.ARRIVED, at=at, by=by)


def encounter_moved(row: Encounter, stage: Stage, room: str, by: str, at: datetime) -> StageChange:
    """Bring a visit to a stage; returns the line of its log. Whether it may come to it is the action's to ask."""
    row.stage, row.stage_since, row.room, row.version = stage, at, room or row.room, row.version + 1
    return new_row(StageChange, encounter_id=row.id, stage=stage, room=room, at=at, by=by)
