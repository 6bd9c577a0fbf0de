"""The permission words of coverage."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, REVENUE, SYSTEM, Shows

grant("coverage.read", "See a patient's insurance", EVERYONE | SYSTEM, shows=Shows.PERSON, glass=True)
grant(
    "coverage.change",
    "Add, correct and end a patient's insurance",
    FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM,
    shows=Shows.PERSON,
)
grant(
    "coverage.ask",
    "Ask a payer whether a patient is covered",
    FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM,
    shows=Shows.PERSON,
)
