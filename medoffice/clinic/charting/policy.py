"""The permission words of the chart."""

from medoffice.security.api import ask_proof, grant
from medoffice.security.types import CLINICAL, LEADERS, REVENUE, SYSTEM, Role, Shows, Sink

grant(
    "chart.read",
    "Read vital signs and notes",
    CLINICAL | REVENUE | LEADERS | SYSTEM | {Role.TRANSCRIPTIONIST},
    shows=Shows.NOTE,
    glass=True,
)
grant(
    "chart.search",
    "Search the words of notes",
    CLINICAL | REVENUE | LEADERS | {Role.TRANSCRIPTIONIST},
    shows=Shows.NOTE,
    sink=Sink.SEARCH,
)
grant("chart.vitals", "Record vital signs", CLINICAL | SYSTEM, shows=Shows.PRESENCE)
grant("notes.write", "Write a visit note", CLINICAL | SYSTEM | {Role.TRANSCRIPTIONIST}, shows=Shows.NOTE, glass=True)
grant("notes.sign", "Sign a visit note", frozenset({Role.PROVIDER}), shows=Shows.NOTE)

ask_proof("notes.sign", if_the_office_says=True)
