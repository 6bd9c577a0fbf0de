"""The permission words of recapture."""

from medoffice.security.api import grant
from medoffice.security.types import LEADERS, SYSTEM, Role, Shows

grant("recapture.read", "See conditions of earlier years without a code this year", LEADERS | SYSTEM | {Role.CODER})
grant("recapture.mark", "Say what is to be done about such a condition", LEADERS | SYSTEM | {Role.CODER})
grant("recapture.set_up", "Switch the what-if of risk scores on or off", LEADERS | SYSTEM, shows=Shows.NOTHING)
