"""Bring a patient to a room."""

from uuid import UUID

from medoffice.front_office.check_in.actions.entering import refuse_taken
from medoffice.kernel.refusals import Invalid
from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.types import Stage
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("check_in.room")
def room_patient(*, actor: Actor, encounter_id: UUID, room: str, beside: bool = False) -> None:
    """Room a patient, or bring them to another room; ``beside`` whoever is in it, if that is meant.

    Raises Invalid without a room, Refusal if it is taken and nobody is meant to share it.
    """
    if not 0 < len(room.strip()) <= 40:
        why = "A room's name has up to 40 letters." if room.strip() else "This is needed."
        raise Invalid("room-missing", "Which room?", why, {"fields": {"room": [why]}})
    if not beside:
        refuse_taken(actor, encounter_id, room.strip())
    move_encounter(actor=actor, encounter_id=encounter_id, stage=Stage.ROOMED, room=room.strip())
