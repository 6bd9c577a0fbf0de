"""The permission words of coding."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, LEADERS, REVENUE, SYSTEM, Role, Shows, Sink

grant("coding.read", "See the codes of a visit", CLINICAL | REVENUE | LEADERS | SYSTEM)
grant("coding.code", "Code visits", SYSTEM | {Role.CODER, Role.PROVIDER, Role.BILLER})
grant(
    "coding.mend",
    "See what an update of the codes touched here, and mend it or leave it",
    CLINICAL | LEADERS | SYSTEM | {Role.CODER, Role.BILLER},
)
grant(
    "coding.take",
    "Take released diagnoses away as a table, for a registry",
    LEADERS | {Role.CODER, Role.PROVIDER},
    shows=Shows.NOTE,
    sink=Sink.EXPORT,
)
grant("coding.set_up", "Define the office's services", LEADERS | SYSTEM | {Role.CODER}, shows=Shows.NOTHING)
grant("coding.answer", "Answer a coder's question", frozenset({Role.PROVIDER}), shows=Shows.NOTE)
grant(
    "coding.print",
    "Print what the codes of a visit rest on",
    REVENUE | SYSTEM | {Role.PROVIDER},
    shows=Shows.NOTE,
    sink=Sink.PRINT,
)
