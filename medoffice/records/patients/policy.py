"""The permission words of patient identity."""

from medoffice.security.api import ask_proof, grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, REVENUE, SYSTEM, Shows, Sink

grant("patients.read", "See who patients are", EVERYONE | SYSTEM, shows=Shows.PERSON, glass=True)
grant("patients.find", "Find patients", EVERYONE | SYSTEM, shows=Shows.PERSON, sink=Sink.SEARCH)
grant("patients.register", "Register a new patient", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PERSON)
grant(
    "patients.change",
    "Change a patient's name, address and telephone",
    FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM,
    shows=Shows.PERSON,
)
grant(
    "patients.told",
    "See and note what patients say of who they are: gender identity, orientation, race",
    FRONT | CLINICAL | SYSTEM,
    shows=Shows.PERSON,
)
grant(
    "patients.hear",
    "Note what patients say about themselves, for a person to decide",
    FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM,
    shows=Shows.PERSON,
)
grant(
    "patients.print_label",
    "Print labels and cards of patients",
    FRONT | CLINICAL | LEADERS | SYSTEM,
    shows=Shows.PERSON,
    sink=Sink.PRINT,
)
grant(
    "patients.merge",
    "Make two records of one person one, and take them apart",
    FRONT | LEADERS | SYSTEM,
    shows=Shows.PERSON,
)
grant(
    "patients.tell_apart",
    "Look through who may be registered twice, and say who is not",
    FRONT | LEADERS | SYSTEM,
    shows=Shows.PERSON,
)
ask_proof("patients.merge")
grant("patients.label_sizes", "Say in which sizes labels are printed", LEADERS | SYSTEM, shows=Shows.NOTHING)
