"""The permission words of the schedule."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, SYSTEM, Role, Shows

grant("appointments.read", "See the schedule", EVERYONE | SYSTEM, shows=Shows.PRESENCE)
grant(
    "appointments.book",
    "Book, confirm, move and cancel appointments",
    FRONT | CLINICAL | LEADERS | SYSTEM,
    shows=Shows.PRESENCE,
)
grant(
    "appointments.overbook",
    "Book a provider beyond capacity, as far as a rule allows, with a reason",
    FRONT | LEADERS | SYSTEM | {Role.PROVIDER},
    shows=Shows.PRESENCE,
)
grant(
    "appointments.set_up", "Set up kinds of visits, templates, units and rules", LEADERS | SYSTEM, shows=Shows.NOTHING
)
grant(
    "appointments.feed",
    "Let a calendar program read when one is taken, without patients",
    CLINICAL | LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
