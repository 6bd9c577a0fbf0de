"""The permission words of releases. What goes is asked for page by page, under the sink it goes into."""

from medoffice.security.api import grant
from medoffice.security.types import FRONT, LEADERS, SYSTEM, Role, Shows, Sink

_RELEASES = LEADERS | {Role.SECRETARY, Role.PRIVACY_OFFICER} | SYSTEM

grant(
    "releases.note",
    "Note requests for copies, and see how far they are",
    FRONT | LEADERS | {Role.PRIVACY_OFFICER} | SYSTEM,
    shows=Shows.PERSON,
)
grant("releases.work", "Check requests for copies and pick what goes", _RELEASES, shows=Shows.PERSON)
grant("releases.send", "Give out copies of records", _RELEASES, shows=Shows.NOTE, sink=Sink.MESSAGE)
grant("releases.send_plan", "Give out copies of records to a health plan", _RELEASES, shows=Shows.NOTE, sink=Sink.CLAIM)
