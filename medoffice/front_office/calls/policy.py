"""The permission words of the telephone."""

from medoffice.security.api import ask_proof, grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, REVENUE, SYSTEM, Role, Shows

grant("calls.read", "Read the telephone log", EVERYONE | SYSTEM, shows=Shows.PRESENCE)
grant(
    "calls.take", "Take and close telephone calls", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, shows=Shows.PRESENCE
)
grant(
    "calls.triage", "Advise a caller and sign it", frozenset({Role.NURSE, Role.PROVIDER}) | SYSTEM, shows=Shows.CONTENT
)
grant("calls.explain", "Explain a balance to a caller", FRONT | REVENUE | LEADERS, shows=Shows.CONTENT)
grant(
    "calls.bring_in",
    "Bring in the answering service's messages",
    FRONT | CLINICAL | LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
grant("calls.ring", "Tell of a ringing telephone", SYSTEM, shows=Shows.NOTHING)
grant("calls.figures", "See how the telephone is answered", LEADERS, shows=Shows.NOTHING)
grant("calls.set_up", "Set up the telephone and who is on call", LEADERS | SYSTEM, shows=Shows.NOTHING)

ask_proof("calls.triage", if_the_office_says=True)
