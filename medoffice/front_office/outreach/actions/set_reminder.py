"""Say when patients are reminded."""

from datetime import date
from uuid import UUID

from medoffice.front_office.outreach.models import ReminderRule
from medoffice.front_office.scheduling.api import visit_types
from medoffice.kernel.refusals import Invalid
from medoffice.security.api import action, record
from medoffice.security.types import Actor

MOST_DAYS = 30


@action("outreach.set_up")
def set_reminder(
    *,
    actor: Actor,
    name: str,
    days_before: int,
    valid_from: date,
    kinds: tuple[str, ...] = (),
    confirmed_too: bool = False,
) -> UUID:
    """Remind so many days before, from a day on. Raises Invalid per field."""
    wrong = {}
    if not name.strip():
        wrong["name"] = ["This is needed."]
    if not 0 < days_before <= MOST_DAYS:
        wrong["days_before"] = [f"1 to {MOST_DAYS} days."]
    if set(kinds) - {kind.key for kind in visit_types()}:
        wrong["kinds"] = ["Choose kinds of visits."]
    if wrong:
        raise Invalid("odd-reminder", "Some fields need another look.", "Correct them.", {"fields": wrong})
    row = ReminderRule.objects.create(
        name=name.strip()[:60],
        days_before=days_before,
        kinds=sorted(set(kinds)),
        confirmed_too=confirmed_too,
        valid_from=valid_from,
    )
    record("outreach_reminder_rule", row.id)
    return row.id
