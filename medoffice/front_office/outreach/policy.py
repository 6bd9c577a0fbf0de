"""The permission words of outreach."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, SYSTEM, Shows

grant("outreach.read", "See messages to patients", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PERSON)
grant("outreach.send", "Send messages to patients", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PERSON)
grant("outreach.hear", "Take in what patients answer", SYSTEM, shows=Shows.NOTHING)
grant("outreach.set_up", "Set up texts, quiet hours and rules of outreach", LEADERS | SYSTEM, shows=Shows.NOTHING)
