"""The permission words of letters."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Role, Shows, Sink

grant(
    "letters.set_up",
    "Write the office's templates and letterheads",
    LEADERS | {Role.SECRETARY} | SYSTEM,
    shows=Shows.NOTHING,
)
grant(
    "letters.approve",
    "Approve translated templates",
    LEADERS | CLINICAL | SYSTEM,
    shows=Shows.NOTHING,
)
grant("letters.write", "Write letters about patients", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, glass=True)
grant("letters.sign", "Sign letters", frozenset({Role.PROVIDER}) | SYSTEM)
grant("letters.print", "Print letters", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, sink=Sink.PRINT)
grant("letters.export", "Save a letter as a file", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, sink=Sink.EXPORT)
grant(
    "letters.revoke_link",
    "Call back letters that wait behind a link",
    FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM,
)
grant("letters.open_link", "Open a letter behind a link, for who knows what it asks", SYSTEM, sink=Sink.MESSAGE)
grant("letters.send", "Send letters", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, sink=Sink.MESSAGE)
