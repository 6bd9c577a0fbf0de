"""The permission words of disclosures."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Role, Shows, Sink

grant("disclosures.read", "See what left the office", FRONT | LEADERS | {Role.PRIVACY_OFFICER} | SYSTEM)
grant(
    "disclosures.account",
    "Give patients an account of disclosures",
    LEADERS | {Role.SECRETARY, Role.PRIVACY_OFFICER} | SYSTEM,
    sink=Sink.PRINT,
    shows=Shows.PERSON,
)
grant(
    "disclosures.record",
    "Note what leaves the office",
    FRONT | CLINICAL | REVENUE | LEADERS | {Role.PRIVACY_OFFICER} | SYSTEM,
    shows=Shows.PERSON,
)
