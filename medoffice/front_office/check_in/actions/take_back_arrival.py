"""Take back an arrival that was noted by mistake."""

from uuid import UUID

from medoffice.front_office.check_in.models import Arrival
from medoffice.front_office.scheduling.api import mark_not_arrived
from medoffice.kernel.refusals import NotFound
from medoffice.records.encounters.api import move_encounter
from medoffice.records.encounters.types import Stage
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("check_in.arrive")
def take_back_arrival(*, actor: Actor, encounter_id: UUID, why: str = "checked in by mistake") -> None:
    """The visit never began and the appointment is due again (a walk-in's is cancelled); the log keeps both.

    Raises Refusal once the patient was roomed or seen: then the visit is real.
    """
    arrival = Arrival.objects.filter(encounter_id=encounter_id).first()
    if arrival is None:
        raise NotFound
    move_encounter(actor=actor, encounter_id=encounter_id, stage=Stage.MISTAKEN)
    mark_not_arrived(actor=actor, appointment_id=arrival.appointment_id, why=why)
