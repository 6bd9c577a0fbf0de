"""Let a rule of recalls hold no longer."""

from datetime import timedelta
from uuid import UUID

from medoffice.front_office.outreach.models import RecallRule
from medoffice.kernel.refusals import NotFound
from medoffice.practice.api import today_here
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.set_up")
def end_recall_rule(*, actor: Actor, rule_id: UUID) -> None:
    """Nobody comes onto the board by it from today on; who is there stays. Raises NotFound."""
    row = RecallRule.objects.filter(id=rule_id).first()
    if row is None:
        raise NotFound
    row.valid_to = today_here() - timedelta(days=1)
    row.save(update_fields=["valid_to"])
    record("outreach_recall_rule", row.id)
