"""The permission words of upkeep. Nothing in it is of a patient."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, LEADERS, SYSTEM, Role, Shows

grant(
    "upkeep.see",
    "See what is logged of refrigerators, sterilizers and rooms",
    CLINICAL | LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
grant(
    "upkeep.log",
    "Log temperatures, loads and cleaning, and correct them",
    CLINICAL | LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
grant(
    "upkeep.decide",
    "Decide what becomes of what was out of its limits",
    LEADERS | SYSTEM | {Role.PROVIDER, Role.NURSE},
    shows=Shows.NOTHING,
)
grant("upkeep.set_up", "Say what is logged, when, and within which limits", LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("upkeep.tell", "Make work of what was not logged in time", SYSTEM, shows=Shows.NOTHING)
