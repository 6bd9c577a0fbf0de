"""The permission words of summaries.

What leaves is a file: labels decide about each entry under EXPORT, whoever gives it.
"""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, LEADERS, Role, Shows, Sink

grant(
    "summaries.export",
    "Give a chart to others as a clinical document (C-CDA)",
    CLINICAL | LEADERS | {Role.SECRETARY},
    shows=Shows.NOTE,
    sink=Sink.EXPORT,
)
