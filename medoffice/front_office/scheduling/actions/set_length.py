"""Plan a kind of visit as long as it really takes with somebody."""

from uuid import UUID

from medoffice.front_office.scheduling.actions.set_rule import set_rule
from medoffice.front_office.scheduling.models import Rule
from medoffice.security.api import action
from medoffice.security.types import Actor


@action("appointments.set_up")
def set_length(*, actor: Actor, provider_id: UUID, kind: str, minutes: int) -> None:
    """From now on it is booked with that length; what else the rule about both says stays. Raises as ``set_rule``."""
    row = Rule.objects.filter(unit_id=provider_id, visit_type_id=kind, label="").first()
    set_rule(
        actor=actor,
        unit_id=provider_id,
        kind=kind,
        at_once=row.at_once if row else None,
        over=row.over if row else None,
        per_day=row.per_day if row else None,
        minutes=minutes,
    )
