"""The permission words of prescriptions. Whoever is no prescriber may prepare, and never sign."""

from medoffice.security.api import ask_proof, grant
from medoffice.security.types import CLINICAL, LEADERS, SYSTEM, Role, Shows

grant("prescriptions.read", "See what was prescribed", CLINICAL | LEADERS | SYSTEM, glass=True)
grant("prescriptions.prepare", "Prepare a prescription for a prescriber's signature", CLINICAL | SYSTEM)
grant("prescriptions.sign", "Sign a prescription", frozenset({Role.PROVIDER}))
grant("prescriptions.end", "End a prescription that was signed, and say why", frozenset({Role.PROVIDER}))
grant(
    "prescriptions.favour",
    "Keep what the office prescribes often",
    CLINICAL | LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
grant("prescriptions.test", "Try the checker, and bring in rules of safety", SYSTEM, shows=Shows.NOTHING)

ask_proof("prescriptions.sign", if_the_office_says=True)
