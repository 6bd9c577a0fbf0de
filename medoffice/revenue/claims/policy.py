"""The permission words of claims."""

from medoffice.security.api import grant
from medoffice.security.types import FRONT, LEADERS, REVENUE, SYSTEM, Role, Shows, Sink

grant("claims.read", "See claims and remittances", REVENUE | FRONT | LEADERS | SYSTEM)
grant("claims.work", "Prepare, send, correct and void claims", REVENUE | LEADERS | SYSTEM)
grant("claims.send", "Let a claim go to a payer", REVENUE | LEADERS | SYSTEM, sink=Sink.CLAIM)
grant("remits.receive", "Receive files from payers", REVENUE | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("remits.post", "Post remittances", REVENUE | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant(
    "claims.suppose",
    "See what a visit's claim would come to with one thing changed, which is not kept",
    SYSTEM | {Role.CODER, Role.BILLER},
)
