"""The permission words of documents.

A document may hold the words of a note: labels decide about it as about a note's. What is not filed yet is nobody's,
and is for those who file.
"""

from medoffice.security.api import ask_proof, grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Role, Shows, Sink

grant(
    "documents.read",
    "See a patient's documents",
    FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM,
    shows=Shows.NOTE,
    glass=True,
)
grant("documents.add", "Scan documents of a patient", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, shows=Shows.PERSON)
grant("documents.take_in", "Take in papers", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant(
    "documents.file",
    "File papers that came in, and file them again",
    FRONT | CLINICAL | LEADERS | SYSTEM,
    shows=Shows.NOTE,
)
grant(
    "documents.take_off",
    "Take papers off a chart with what they came in",
    FRONT | CLINICAL | SYSTEM,
    shows=Shows.NOTHING,
)
grant("documents.sign", "Sign off documents", frozenset({Role.PROVIDER}), shows=Shows.NOTE)
grant("documents.print", "Print documents", FRONT | CLINICAL | LEADERS, shows=Shows.NOTE, sink=Sink.PRINT)
grant("documents.export", "Save a document's file", FRONT | CLINICAL | LEADERS, shows=Shows.NOTE, sink=Sink.EXPORT)
grant(
    "documents.search",
    "Search the words of documents",
    FRONT | CLINICAL | REVENUE | LEADERS,
    shows=Shows.NOTE,
    sink=Sink.SEARCH,
)
grant("documents.set_up", "Set up types of documents, how long they are kept", LEADERS, shows=Shows.NOTHING)
grant(
    "documents.hold",
    "Put a document or a chart under legal hold, and end it",
    LEADERS | {Role.PRIVACY_OFFICER},
    shows=Shows.PERSON,
)
grant(
    "documents.purge",
    "Destroy papers past their retention, after a second person's look",
    LEADERS | {Role.PRIVACY_OFFICER},
    shows=Shows.PERSON,
)
ask_proof("documents.purge")
