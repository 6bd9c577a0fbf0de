"""The permission words of the general ledger."""

from medoffice.security.api import ask_proof, grant
from medoffice.security.types import LEADERS, REVENUE, SYSTEM, Role, Shows

grant("ledger.read", "Read the journal and the balances", REVENUE | LEADERS | SYSTEM, shows=Shows.PRESENCE)
grant(
    "ledger.post",
    "Post and reverse journal entries",
    SYSTEM | {Role.BOOKKEEPER, Role.MANAGER, Role.OWNER},
    shows=Shows.NOTHING,
)
grant("ledger.close", "Close a period", frozenset({Role.MANAGER, Role.OWNER}), shows=Shows.NOTHING)

ask_proof("ledger.close")
