"""The permission words of lists of medicines and of requests to payers. Only a prescriber signs what goes there."""

from medoffice.security.api import ask_proof, grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Role, Shows, Sink

grant("formulary.read", "See the payers' lists of medicines", CLINICAL | FRONT | REVENUE | LEADERS, shows=Shows.NOTHING)
grant("formulary.take", "Bring in a payer's list of medicines", SYSTEM, shows=Shows.NOTHING)
grant("authorizations.read", "See what payers were asked to allow", CLINICAL | LEADERS | SYSTEM, glass=True)
grant("authorizations.prepare", "Prepare a request to a payer", CLINICAL | SYSTEM)
grant("authorizations.sign", "Sign a request to a payer", frozenset({Role.PROVIDER}))
grant("authorizations.follow", "Note what a payer answered", CLINICAL | SYSTEM)
grant(
    "authorizations.send",
    "Send a request to a payer",
    CLINICAL | SYSTEM,
    shows=Shows.NOTE,
    sink=Sink.MESSAGE,
)

ask_proof("authorizations.sign", if_the_office_says=True)
