"""The permission words of forms."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, SYSTEM, Shows

grant("forms.read", "See what patients filled and signed", FRONT | CLINICAL | LEADERS | SYSTEM, glass=True)
grant("forms.hand", "Hand forms to patients", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PERSON)
grant("forms.set_up", "Write the office's forms and consents", LEADERS | SYSTEM, shows=Shows.NOTHING)
