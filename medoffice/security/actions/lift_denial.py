"""End a denial; it stays on record."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.security.acting import action, record
from medoffice.security.models import Denial
from medoffice.security.types import Actor


@action("security.deny")
def lift_denial(*, actor: Actor, denial_id: UUID) -> None:
    """Lift a denial. Raises NotFound if there is none in force, Refusal if it is about the actor."""
    denial = Denial.objects.select_for_update().filter(id=denial_id, lifted_at=None).first()
    if denial is None:
        raise NotFound
    if denial.user_id == actor.id:
        raise Refusal("own-denial", "You cannot lift what keeps you away yourself.", "Ask another privacy officer.")
    denial.lifted_at = clock.now()
    denial.save(update_fields=["lifted_at"])
    record("denial", denial.id, subjects=[denial.subject], lifted_by=actor.name)
