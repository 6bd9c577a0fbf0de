"""What other rooms may use of the schedule."""

from medoffice.front_office.scheduling.actions.book import book
from medoffice.front_office.scheduling.actions.cancel import cancel
from medoffice.front_office.scheduling.actions.confirm import confirm
from medoffice.front_office.scheduling.actions.define_visit_type import define_visit_type
from medoffice.front_office.scheduling.actions.make_confidential import make_confidential
from medoffice.front_office.scheduling.actions.mark_arrived import mark_arrived
from medoffice.front_office.scheduling.actions.mark_no_show import mark_no_show
from medoffice.front_office.scheduling.actions.mark_not_arrived import mark_not_arrived
from medoffice.front_office.scheduling.actions.move import move
from medoffice.front_office.scheduling.actions.rows import appointment_changed, appointment_row
from medoffice.front_office.scheduling.queries import (
    appointment,
    appointment_numbered,
    appointments_from_call,
    appointments_of,
    appointments_on,
    find_free,
    told_by,
    visit_type,
    visit_types,
)

__all__ = [
    "appointment",
    "appointment_changed",
    "appointment_numbered",
    "appointment_row",
    "appointments_from_call",
    "appointments_of",
    "appointments_on",
    "book",
    "cancel",
    "confirm",
    "define_visit_type",
    "find_free",
    "make_confidential",
    "mark_arrived",
    "mark_no_show",
    "mark_not_arrived",
    "move",
    "told_by",
    "visit_type",
    "visit_types",
]
