"""Move a visit to its next stage."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.records.encounters.actions.rows import encounter_moved
from medoffice.records.encounters.models import Encounter
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
    change = encounter_moved(row, stage, room, actor.name, clock.now())
    row.save(update_fields=["stage", "stage_since", "room", "version"])
    change.save(force_insert=True)
    record("encounter", row.id, subjects=[row.patient_id], stage=stage.value)
