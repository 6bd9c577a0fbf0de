"""What is ordered at a visit and carried out in the treatment area."""

from datetime import datetime
from uuid import UUID

from medoffice.clinic.orders.api import place_order
from medoffice.rehearsal.demo.actions.procedures import looked_after, told_of_procedures
from medoffice.rehearsal.demo.actions.timeline import Script
from medoffice.rehearsal.demo.actions.vaccines import carry_out
from medoffice.rehearsal.stories.types import RenderedVisit
from medoffice.security.types import Actor


def treated(provider: Actor, assistant: Actor, encounter_id: UUID, told: RenderedVisit, then: datetime) -> Script:
    """The provider orders, what the note says was done too; it is done then, and who is observed is looked after."""
    asked = {order.key: (order.words, order.result) for order in told.orders} | told_of_procedures(told)
    for key, (words, _) in asked.items():
        place_order(actor=provider, encounter_id=encounter_id, key=key, words=words)
    yield then
    carry_out(assistant, encounter_id, {key: result for key, (_, result) in asked.items()}, provider)
    yield from looked_after(assistant, encounter_id)
