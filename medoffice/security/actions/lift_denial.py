"""End a denial; it stays on record."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.acting import action, record
from medoffice.security.models import Denial
from medoffice.security.types import Actor
from medoffice.security.words import require


@action("security.deny")
def lift_denial(*, actor: Actor, denial_id: UUID) -> None:
    """Lift a denial. Raises NotFound if none is in force, also for who is kept away: nobody lifts their own."""
    denial = Denial.objects.select_for_update().filter(id=denial_id, lifted_at=None).first()
    if denial is None:
        raise NotFound
    require(actor, "security.deny", denial.subject)
    denial.lifted_at = clock.now()
    denial.save(update_fields=["lifted_at"])
    record("denial", denial.id, subjects=[denial.subject], lifted_by=actor.name)
