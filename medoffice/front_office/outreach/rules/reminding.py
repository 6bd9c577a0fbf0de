"""Who is to be reminded of which visit."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from medoffice.front_office.outreach.types.messages import ReminderRule
from medoffice.front_office.scheduling.types import Appointment, AppointmentState


def is_due(rule: ReminderRule, visit: Appointment, zone: ZoneInfo, today: date) -> bool:
    """Whether a rule reminds of a visit by now: its day has come, or passed while nobody looked.

    Whoever booked on that day or later knows, and so does who walked in.
    """
    said_so = visit.state is AppointmentState.CONFIRMED
    if visit.walk_in or (visit.state is not AppointmentState.BOOKED and not (said_so and rule.confirmed_too)):
        return False
    if rule.kinds and visit.visit_type not in rule.kinds:
        return False
    on = visit.starts.astimezone(zone).date() - timedelta(days=rule.days_before)
    return rule.holds(on) and on <= today and visit.booked_at.astimezone(zone).date() < on
