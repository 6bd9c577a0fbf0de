"""What encounters offer to later rooms: their place in the chain."""

from uuid import UUID

from django.utils.timezone import get_current_timezone

from medoffice.kernel.refusals import NotFound
from medoffice.kernel.trace import Ref, Step, finders, register_effects, tracers
from medoffice.kernel.worlds.grants import register_append_only
from medoffice.practice.api import staff_member
from medoffice.records.encounters.queries import encounter, encounter_numbered, encounter_of, stages_of

register_append_only("encounter_stage")


def _trace(encounter_id: UUID) -> Step | None:
    try:
        visit = encounter(encounter_id)
    except NotFound:
        return None
    moves = tuple(
        (change.stage.replace("_", " "), f"{change.at.astimezone(get_current_timezone()):%-I:%M} {change.by}")
        for change in stages_of(visit.id)
    )
    return Step(
        ref=Ref("encounter", visit.id),
        stage="encounter",
        title=f"Visit {visit.number}",
        words=f"{visit.reason}, with {staff_member(visit.provider_id).name}",
        causes=(visit.cause,),
        at=visit.started_at,
        details=moves,
        subject=visit.patient_id,
    )


def _find(text: str) -> Ref | None:
    found = encounter_numbered(text.upper())
    return Ref("encounter", found) if found else None


def _of_appointment(appointment_id: UUID) -> list[Ref]:
    visit = encounter_of(Ref("appointment", appointment_id))
    return [Ref("encounter", visit.id)] if visit else []


tracers.register("encounter", _trace)
finders.register("encounter", _find)
register_effects("appointment", _of_appointment)
