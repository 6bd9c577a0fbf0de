"""Count something no longer."""

from uuid import UUID

from medoffice.kernel.refusals import NotFound
from medoffice.revenue.coding.actions.open_coding import open_coding
from medoffice.revenue.coding.models import LevelElement
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("coding.code")
def drop_element(*, actor: Actor, element_id: UUID) -> None:
    """Take it away. Raises NotFound, or Refusal once the codes are released."""
    found = LevelElement.objects.filter(id=element_id).first()
    if found is None:
        raise NotFound
    row = open_coding(actor, found.coding_id)
    found.delete()
    record("level_element", element_id, subjects=[row.patient_id], removed=found.kind)
