"""Order something of the office by a provider's standing order."""

from uuid import UUID

from medoffice.clinic.orders.actions.placing import put_on_list
from medoffice.kernel.refusals import Invalid
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, require
from medoffice.security.types import Actor


@action("orders.standing")
def place_standing(*, actor: Actor, encounter_id: UUID, key: str, words: str, standing_by: str) -> UUID:
    """Place an order by the standing order of ``standing_by``, who is named with it. Raises Invalid without a name."""
    visit = encounter(encounter_id)
    require(actor, "orders.standing", visit.patient_id, encounter_id)
    if not standing_by.strip():
        raise Invalid("not-standing", "This is no standing order.", "", {"fields": {"key": ["Ask a provider."]}})
    by = f"{actor.name}, by the standing order of {standing_by}"[:120]
    return put_on_list(actor, visit, key, words, by)
