"""What other rooms may use of the schedule."""

from medoffice.front_office.scheduling.actions.add_device import add_device
from medoffice.front_office.scheduling.actions.book import book
from medoffice.front_office.scheduling.actions.book_series import book_series
from medoffice.front_office.scheduling.actions.cancel import cancel
from medoffice.front_office.scheduling.actions.cancel_series import cancel_series
from medoffice.front_office.scheduling.actions.change_series import change_series
from medoffice.front_office.scheduling.actions.confirm import confirm
from medoffice.front_office.scheduling.actions.define_visit_type import define_visit_type
from medoffice.front_office.scheduling.actions.end_away import end_away
from medoffice.front_office.scheduling.actions.end_template import end_template
from medoffice.front_office.scheduling.actions.hold_time import hold_time
from medoffice.front_office.scheduling.actions.make_confidential import make_confidential
from medoffice.front_office.scheduling.actions.mark_arrived import mark_arrived
from medoffice.front_office.scheduling.actions.mark_no_show import mark_no_show
from medoffice.front_office.scheduling.actions.mark_not_arrived import mark_not_arrived
from medoffice.front_office.scheduling.actions.move import move
from medoffice.front_office.scheduling.actions.observe_holidays import observe_holidays
from medoffice.front_office.scheduling.actions.put_into_group import put_into_group
from medoffice.front_office.scheduling.actions.release_time import release_time
from medoffice.front_office.scheduling.actions.rows import appointment_changed, booked_rows
from medoffice.front_office.scheduling.actions.set_away import set_away
from medoffice.front_office.scheduling.actions.set_rule import set_rule
from medoffice.front_office.scheduling.actions.set_template import set_template
from medoffice.front_office.scheduling.offers import chips_of, register_prerequisite, register_worth
from medoffice.front_office.scheduling.queries.appointments import (
    appointment,
    appointment_numbered,
    appointments_by_id,
    appointments_from_call,
    appointments_of,
    appointments_on,
    changes_within,
    holdings_of,
    log_of,
    missed_share,
    missed_since,
    planned,
    standing_with,
    states_apart,
    told_by,
)
from medoffice.front_office.scheduling.queries.fallout import fallout, off_template
from medoffice.front_office.scheduling.queries.holidays import holidays_ahead
from medoffice.front_office.scheduling.queries.hours import open_spans
from medoffice.front_office.scheduling.queries.insight import arriving_now, no_show_risk, no_show_risks
from medoffice.front_office.scheduling.queries.seen import booked_ahead, booked_when, coming, last_seen, not_seen_since
from medoffice.front_office.scheduling.queries.series import check_series, series_of
from medoffice.front_office.scheduling.queries.supply import find_free, find_next, why_not
from medoffice.front_office.scheduling.queries.units import (
    absences,
    all_templates,
    rules,
    units,
    visit_type,
    visit_types,
)
from medoffice.front_office.scheduling.queries.what_if import what_if
from medoffice.front_office.scheduling.rules.states import cancelled_as
from medoffice.front_office.scheduling.rules.weeks import week_of

__all__ = [
    "absences",
    "add_device",
    "all_templates",
    "appointment",
    "appointment_changed",
    "appointment_numbered",
    "appointments_by_id",
    "appointments_from_call",
    "appointments_of",
    "appointments_on",
    "arriving_now",
    "book",
    "book_series",
    "booked_ahead",
    "booked_rows",
    "booked_when",
    "cancel",
    "cancel_series",
    "cancelled_as",
    "change_series",
    "changes_within",
    "check_series",
    "chips_of",
    "coming",
    "confirm",
    "define_visit_type",
    "end_away",
    "end_template",
    "fallout",
    "find_free",
    "find_next",
    "hold_time",
    "holdings_of",
    "holidays_ahead",
    "last_seen",
    "log_of",
    "make_confidential",
    "mark_arrived",
    "mark_no_show",
    "mark_not_arrived",
    "missed_share",
    "missed_since",
    "move",
    "no_show_risk",
    "no_show_risks",
    "not_seen_since",
    "observe_holidays",
    "off_template",
    "open_spans",
    "planned",
    "put_into_group",
    "register_prerequisite",
    "register_worth",
    "release_time",
    "rules",
    "series_of",
    "set_away",
    "set_rule",
    "set_template",
    "standing_with",
    "states_apart",
    "told_by",
    "units",
    "visit_type",
    "visit_types",
    "week_of",
    "what_if",
    "why_not",
]
