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
    "chart.deficiencies",
    "See whose charts are not finished",
    CLINICAL | LEADERS | SYSTEM | {Role.CODER, Role.TRANSCRIPTIONIST},
    shows=Shows.PERSON,
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
grant("notes.revise", "Amend or retract a signed note of one's own", frozenset({Role.PROVIDER}), shows=Shows.NOTE)
grant("notes.set_up", "Say who co-signs whose notes and who always gets them", LEADERS | SYSTEM, shows=Shows.NOTHING)
grant(
    "notes.recode",
    "Put another diagnosis code into a note template whose code ended",
    LEADERS | SYSTEM | {Role.CODER, Role.PROVIDER},
    shows=Shows.NOTHING,
)

grant(
    "lists.read",
    "Read problems, allergies, medications and the other lists of a chart",
    CLINICAL | REVENUE | LEADERS | SYSTEM | {Role.TRANSCRIPTIONIST},
    glass=True,
)
grant("lists.banner", "See allergies wherever a patient is named", CLINICAL, glass=True)
grant("lists.change", "Keep the lists of a chart", CLINICAL | SYSTEM, glass=True)
grant("lists.take_in", "Take in lists that came from outside", CLINICAL | SYSTEM | {Role.SECRETARY})

ask_proof("notes.sign", if_the_office_says=True)
ask_proof("notes.revise")
