"""The visit ends at the desk."""

from uuid import UUID

from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.types import Stage
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("check_in.arrive")
def check_out(*, actor: Actor, encounter_id: UUID) -> None:
    """End the visit. Raises Refusal if the visit is not at a stage before it."""
    move_encounter(actor=actor, encounter_id=encounter_id, stage=Stage.FINISHED)
