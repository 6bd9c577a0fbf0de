"""The permission words of encounters."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, SYSTEM, Shows

grant("encounters.read", "See a patient's visits", EVERYONE | SYSTEM, shows=Shows.PERSON, glass=True)
grant("encounters.reason", "See what a visit, an appointment or a call is for", EVERYONE | SYSTEM, glass=True)
grant("encounters.start", "Start a visit", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PRESENCE)
grant("encounters.move", "Move a patient through the visit", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PRESENCE)
