"""Say where the patient of a visit at a distance was: the place of service of its claim."""

from uuid import UUID

from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.records.encounters.api import encounter
from medoffice.revenue.coding.actions.open_coding import open_coding
from medoffice.revenue.coding.rules.visited import AT_A_DISTANCE, REMOTE_PLACES
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.code")
def say_place(*, actor: Actor, coding_id: UUID, place: str) -> None:
    """At home (10) or elsewhere (02); what is said later counts. Raises Invalid for another place, Refusal for a visit

    that was not at a distance.
    """
    row = open_coding(actor, coding_id)
    if encounter(row.encounter_id).kind not in AT_A_DISTANCE:
        raise Refusal("not-at-a-distance", "This visit was at the site; its claim says so.", "Leave it so.")
    if place not in REMOTE_PLACES:
        raise Invalid("place-odd", "At a distance a patient is at home (10) or elsewhere (02).", "Choose one of them.")
    row.place = place
    row.save(update_fields=["place"])
    record("coding", row.id, subjects=[row.patient_id], place=place)
