"""The permission words of procedures."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, LEADERS, SYSTEM, Role, Shows

grant("procedures.read", "See procedures, their consent and time-out", CLINICAL | LEADERS | SYSTEM, glass=True)
grant("procedures.do", "Write consent, time-outs and procedures, and correct them", CLINICAL | SYSTEM, glass=True)
grant(
    "procedures.set_up",
    "Say what kinds of procedures need",
    LEADERS | SYSTEM | {Role.PROVIDER},
    shows=Shows.NOTHING,
)
grant(
    "procedures.stand",
    "Let a procedure be done by one's standing order",
    frozenset({Role.PROVIDER}),
    shows=Shows.NOTHING,
)
grant("procedures.tell", "Make work of observations that nobody ended", SYSTEM)
