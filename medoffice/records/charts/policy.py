"""The permission words of paper charts."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Shows

grant("charts.read", "See where paper charts are", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, shows=Shows.PERSON)
grant(
    "charts.keep", "Give paper charts out and take them back", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PERSON
)
grant("charts.abstract", "Bring paper charts into the record", FRONT | CLINICAL | SYSTEM, shows=Shows.PERSON)
