"""The permission words of screening."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, LEADERS, SYSTEM, Shows

grant("screening.read", "See what was answered and its score", CLINICAL | LEADERS | SYSTEM, glass=True)
grant("screening.ask", "Ask an instrument, and correct what was answered", CLINICAL | SYSTEM, glass=True)
grant("screening.bring", "Bring in the office's instruments", SYSTEM, shows=Shows.NOTHING)
