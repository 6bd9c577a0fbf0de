"""The permission words of the schedule."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, SYSTEM

grant("appointments.read", "See the schedule", EVERYONE | SYSTEM)
grant("appointments.book", "Book, confirm, move and cancel appointments", FRONT | CLINICAL | LEADERS | SYSTEM)
grant("appointments.set_up", "Define kinds of visits", LEADERS | SYSTEM)
