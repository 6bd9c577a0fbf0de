"""The permission words of prescriptions. Whoever is no prescriber may prepare, and never sign."""

from medoffice.security.api import ask_proof, grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, SYSTEM, Role, Shows, Sink

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
grant(
    "prescriptions.recode",
    "Put another diagnosis code into a favourite whose code ended",
    CLINICAL | LEADERS | SYSTEM | {Role.CODER},
    shows=Shows.NOTHING,
)
grant("prescriptions.print", "Print a prescription", CLINICAL | SYSTEM, sink=Sink.PRINT)
grant("renewals.read", "See what is asked for again", CLINICAL | FRONT | LEADERS | SYSTEM, glass=True)
grant("renewals.ask", "Take in that a medicine is asked for again", CLINICAL | FRONT | SYSTEM)
grant("renewals.deny", "Say no to a renewal", frozenset({Role.PROVIDER}))
grant("renewals.answer", "Tell whoever asked for a renewal", CLINICAL | FRONT | SYSTEM)
grant("pharmacies.read", "See the directory of pharmacies", CLINICAL | FRONT | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("pharmacies.mend", "Mend a pharmacy's numbers", CLINICAL | FRONT | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("pharmacies.keep", "Bring in a directory of pharmacies", SYSTEM, shows=Shows.NOTHING)
grant("pharmacies.choose", "Note which pharmacies a patient uses", CLINICAL | FRONT | SYSTEM)
grant("prescriptions.send", "Send a prescription to a pharmacy", CLINICAL | SYSTEM, sink=Sink.MESSAGE)
grant("prescriptions.hear", "Hear that a prescription arrived", SYSTEM, shows=Shows.NOTHING)
grant("prescriptions.test", "Try the checker, and bring in rules of safety", SYSTEM, shows=Shows.NOTHING)

ask_proof("prescriptions.sign", if_the_office_says=True)
