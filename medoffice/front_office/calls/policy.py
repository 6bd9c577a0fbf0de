"""The permission words of the telephone."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, REVENUE, SYSTEM, Shows

grant("calls.read", "Read the telephone log", EVERYONE | SYSTEM, shows=Shows.PRESENCE)
grant(
    "calls.take", "Take and close telephone calls", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, shows=Shows.PRESENCE
)
