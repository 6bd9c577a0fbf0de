"""The permission words of the schedule."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, SYSTEM, Shows

grant("appointments.read", "See the schedule", EVERYONE | SYSTEM, shows=Shows.PRESENCE)
grant(
    "appointments.book",
    "Book, confirm, move and cancel appointments",
    FRONT | CLINICAL | LEADERS | SYSTEM,
    shows=Shows.PRESENCE,
)
grant("appointments.set_up", "Define kinds of visits", LEADERS | SYSTEM, shows=Shows.NOTHING)
