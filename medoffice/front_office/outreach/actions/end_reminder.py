"""Let a rule by which patients are reminded hold no longer."""

from datetime import timedelta
from uuid import UUID

from medoffice.front_office.outreach.models import ReminderRule
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.set_up")
def end_reminder(*, actor: Actor, rule_id: UUID) -> None:
    """Nobody is reminded by it from today on. Raises NotFound."""
    row = ReminderRule.objects.filter(id=rule_id).first()
    if row is None:
        raise NotFound
    row.valid_to = today_here() - timedelta(days=1)
    row.save(update_fields=["valid_to"])
    record("outreach_reminder_rule", row.id)
