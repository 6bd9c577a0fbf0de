"""Take back that a unit is away."""

from uuid import UUID

from medoffice.front_office.scheduling.models import Away
from medoffice.kernel import clock
from medoffice.kernel.refusals import NotFound
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("appointments.set_up")
def end_away(*, actor: Actor, away_id: UUID) -> None:
    """The unit is there after all. Raises NotFound."""
    row = Away.objects.filter(id=away_id, taken_back_at=None).first()
    if row is None:
        raise NotFound
    record("unit", row.unit_id, back=str(row.id))
    row.taken_back_at = clock.now()
    row.save(update_fields=["taken_back_at"])
