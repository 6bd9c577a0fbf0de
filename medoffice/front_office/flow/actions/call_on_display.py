"""Put a patient who agrees to it on the screen in the waiting room, or take them off."""

from uuid import UUID

from medoffice.front_office.flow.models import Calling
from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.records.encounters.api import encounter
from medoffice.records.encounters.types import OVER
from medoffice.records.patients.api import patient
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("check_in.arrive")
def call_on_display(*, actor: Actor, encounter_id: UUID, how: str) -> str:
    """``how``: ``token`` alone, ``initials``, ``name`` (the first name), or blank to take them off. Returns the token.

    The token is the last digits of the visit's number, which say nothing of the patient. Raises Refusal once it
    is over.
    """
    visit = encounter(encounter_id)
    require(actor, "check_in.arrive", visit.patient_id)
    if visit.stage in OVER:
        raise Refusal("visit-over", "This visit is over.", "Look at the board.")
    token = visit.number[-3:]
    who = patient(visit.patient_id).name
    names = {
        "token": "",
        "initials": "".join(part[0] for part in (who.given, who.family) if part),
        "name": who.preferred or who.given or who.family,
    }
    if how in names:
        told = {"token": token, "name": names[how][:40], "by": actor.name, "at": clock.now()}
        Calling.objects.update_or_create(encounter_id=encounter_id, defaults=told)
    else:
        Calling.objects.filter(encounter_id=encounter_id).update(token="", name="")
    record("encounter", encounter_id, subjects=[visit.patient_id], display=how)
    return token
