"""Move a visit to its next stage."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.encounters.models import Encounter, StageChange
from medoffice.records.encounters.rules.stages import may_move
from medoffice.records.encounters.types import Stage
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("encounters.move")
def move_encounter(*, actor: Actor, encounter_id: UUID, stage: Stage, room: str = "") -> None:
    """Move a visit; only legal transitions. Moving to the same stage and room again changes nothing."""
    row = Encounter.objects.select_for_update().filter(id=encounter_id).first()
    if row is None:
        raise NotFound
    require(actor, "encounters.move", row.patient_id)
    if row.stage == stage and row.room == (room or row.room):
        return
    if not may_move(Stage(row.stage), stage):
        words = f"A visit that is {row.stage.replace('_', ' ')} cannot become {stage.replace('_', ' ')}."
        raise Refusal("no-such-move", words, "Look at the board: somebody may have moved it.")
    now = clock.now()
    row.stage, row.stage_since, row.room, row.version = stage, now, room or row.room, row.version + 1
    row.save(update_fields=["stage", "stage_since", "room", "version"])
    StageChange.objects.create(encounter=row, stage=stage, room=room, at=now, by=actor.name)
    record("encounter", row.id, subjects=[row.patient_id], stage=stage.value)
