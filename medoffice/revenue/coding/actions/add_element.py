"""Count something for the level of a visit, on marked words."""

from uuid import UUID

from medoffice.revenue.coding.actions.counting import count
from medoffice.revenue.coding.actions.open_coding import open_coding
from medoffice.revenue.coding.types import Evidence
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("coding.code")
def add_element(*, actor: Actor, coding_id: UUID, kind: str, about: str, evidence: Evidence, minutes: int = 0) -> UUID:
    """Count it. Raises Invalid for a kind nobody knows, for minutes out of range, for evidence that does not stand."""
    return count(actor, open_coding(actor, coding_id), kind, about.strip(), evidence, minutes)
