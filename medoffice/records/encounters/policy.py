"""The permission words of encounters."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, SYSTEM

grant("encounters.read", "See a patient's visits", EVERYONE | SYSTEM)
grant("encounters.start", "Start a visit", FRONT | CLINICAL | LEADERS | SYSTEM)
grant("encounters.move", "Move a patient through the visit", FRONT | CLINICAL | LEADERS | SYSTEM)
