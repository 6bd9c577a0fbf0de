"""The permission words of patient identity."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, REVENUE, SYSTEM

grant("patients.read", "Find patients and see who they are", EVERYONE | SYSTEM)
grant("patients.register", "Register a new patient", FRONT | CLINICAL | LEADERS | SYSTEM)
grant(
    "patients.change", "Change a patient's name, address and telephone", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM
)
