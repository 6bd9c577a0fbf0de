"""Note that a patient left without being seen."""

from uuid import UUID

from medoffice.front_office.check_in.models import Arrival
from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.types import Stage
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("check_in.arrive")
def leave(*, actor: Actor, encounter_id: UUID, why: str) -> None:
    """End the visit as left, with what the patient said. Raises Refusal once the visit is at check-out."""
    move_encounter(actor=actor, encounter_id=encounter_id, stage=Stage.LEFT)
    Arrival.objects.filter(encounter_id=encounter_id).update(left_because=why.strip()[:200])
