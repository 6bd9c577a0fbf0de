"""The permission words of outreach."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Role, Shows

grant("outreach.read", "See messages to patients", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PERSON)
grant(
    "outreach.mail_out",
    "Mail a note that names no patient",
    FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
grant("outreach.send", "Send messages to patients", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PERSON)
grant(
    "outreach.waitlist",
    "Keep the waitlist and offer times from it",
    FRONT | CLINICAL | LEADERS | SYSTEM,
    shows=Shows.PRESENCE,
)
grant(
    "outreach.recall",
    "Call back patients who are due",
    FRONT | CLINICAL | LEADERS | SYSTEM,
    shows=Shows.CONTENT,
)
grant(
    "outreach.missed",
    "Follow up missed visits and decide their fees",
    FRONT | LEADERS | {Role.BILLER} | SYSTEM,
    shows=Shows.PERSON,
)
grant(
    "outreach.reschedule",
    "Move the visits of somebody who is absent",
    FRONT | LEADERS | SYSTEM,
    shows=Shows.PRESENCE,
)
grant(
    "outreach.answer_asked",
    "Answer visits that are asked for on the web",
    FRONT | LEADERS | SYSTEM,
    shows=Shows.PERSON,
)
grant("outreach.ask", "Ask for a visit on the web", SYSTEM, shows=Shows.NOTHING)
grant("outreach.hear", "Take in what patients answer", SYSTEM, shows=Shows.NOTHING)
grant("outreach.set_up", "Set up texts, quiet hours and rules of outreach", LEADERS | SYSTEM, shows=Shows.NOTHING)
