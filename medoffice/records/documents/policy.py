"""The permission words of documents."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Shows

grant(
    "documents.read",
    "See a patient's scans",
    FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM,
    shows=Shows.PERSON,
    glass=True,
)
grant("documents.add", "Scan documents of a patient", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, shows=Shows.PERSON)
