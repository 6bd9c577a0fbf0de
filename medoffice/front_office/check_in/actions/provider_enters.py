"""The provider goes in to the patient."""

from uuid import UUID

from medoffice.front_office.check_in.actions.entering import refuse_taken
from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.types import Stage
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("check_in.room")
def provider_enters(*, actor: Actor, encounter_id: UUID) -> None:
    """The patient is with the provider. Raises Refusal if the visit is not at a stage before it, or if the room that
    they are called back to is another patient's now.
    """
    refuse_taken(actor, encounter_id)
    move_encounter(actor=actor, encounter_id=encounter_id, stage=Stage.WITH_PROVIDER)
