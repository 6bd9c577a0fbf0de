"""Order something to be done or given during the visit."""

from uuid import UUID

from medoffice.clinic.orders.actions.placing import put_on_list
from medoffice.records.encounters.api import encounter
from medoffice.security.api import action, require
from medoffice.security.types import Actor


@action("orders.place")
def place_order(*, actor: Actor, encounter_id: UUID, key: str, words: str) -> UUID:
    """Place an order by the office's service key; it waits in the treatment area's queue. Raises Invalid if blank."""
    visit = encounter(encounter_id)
    require(actor, "orders.place", visit.patient_id, encounter_id)
    return put_on_list(actor, visit, key, words, actor.name)
