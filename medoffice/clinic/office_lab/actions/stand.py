"""Let a test be done by one's standing order, or no more."""

from uuid import UUID

from medoffice.clinic.office_lab.actions.keeping import locked_test, save
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("office_lab.stand")
def stand(*, actor: Actor, test_id: UUID, stands: bool) -> None:
    """Assistants may do the test by the standing order of whoever says so; a provider's. Raises NotFound."""
    row = locked_test(test_id)
    row.standing_by = actor.name if stands else ""
    save(actor, row)
    record("office_test", row.id, standing=stands)
