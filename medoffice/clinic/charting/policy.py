"""The permission words of the chart."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, LEADERS, REVENUE, SYSTEM, Role

grant("chart.read", "Read vital signs and notes", CLINICAL | REVENUE | LEADERS | SYSTEM | {Role.TRANSCRIPTIONIST})
grant("chart.vitals", "Record vital signs", CLINICAL | SYSTEM)
grant("notes.write", "Write a visit note", CLINICAL | SYSTEM | {Role.TRANSCRIPTIONIST})
grant("notes.sign", "Sign a visit note", frozenset({Role.PROVIDER}))
