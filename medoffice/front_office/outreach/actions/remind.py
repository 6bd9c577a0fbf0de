"""Remind patients of what is to come, as the rules of the office say."""

from datetime import timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.front_office.outreach.actions.tell_of_visit import tell_of_visit
from medoffice.front_office.outreach.models import Message
from medoffice.front_office.outreach.queries.set_up import reminder_rules
from medoffice.front_office.outreach.rules.reminding import is_due
from medoffice.front_office.outreach.types.messages import Purpose, ReminderRule
from medoffice.front_office.scheduling.api import appointments_on
from medoffice.front_office.scheduling.types import Appointment
from medoffice.kernel import clock
from medoffice.practice.api import sites
from medoffice.security.api import acts_of_their_own
from medoffice.security.types import Actor


def remind(*, actor: Actor) -> int:
    """Queue every reminder that is due; returns how many. Each is an act of its own, and none is queued twice."""
    due = {_key(rule, visit.id): visit.id for rule, visit in _due(actor)}
    known = set(Message.objects.filter(key__in=list(due)).values_list("key", flat=True))
    with acts_of_their_own():
        for key, visit_id in due.items():
            if key not in known:
                tell_of_visit(actor=actor, appointment_id=visit_id, purpose=Purpose.REMINDER, key=key)
    return len(due.keys() - known)


def _due(actor: Actor) -> list[tuple[ReminderRule, Appointment]]:
    """A visit is reminded of once on a day, by the rule that is nearest to it."""
    now, rules, found = clock.now(), reminder_rules(), dict[UUID, tuple[ReminderRule, Appointment]]()
    for place in sites() if rules else ():
        zone, today = ZoneInfo(place.zone), clock.today(ZoneInfo(place.zone))
        for ahead in range(max(rule.days_before for rule in rules) + 1):
            for visit in appointments_on(actor, place.id, today + timedelta(days=ahead), place.zone):
                due = [rule for rule in rules if is_due(rule, visit, zone, today)]
                if due and visit.starts > now:
                    found[visit.id] = (min(due, key=lambda rule: (rule.days_before, rule.id)), visit)
    return list(found.values())


def _key(rule: ReminderRule, visit_id: UUID) -> str:
    return f"reminder {rule.days_before} {visit_id}"
