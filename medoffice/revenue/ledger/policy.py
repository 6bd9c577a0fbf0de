"""The permission words of the general ledger."""

from medoffice.security.api import grant
from medoffice.security.types import LEADERS, REVENUE, SYSTEM, Role

grant("ledger.read", "Read the journal and the balances", REVENUE | LEADERS | SYSTEM)
grant("ledger.post", "Post and reverse journal entries", SYSTEM | {Role.BOOKKEEPER, Role.MANAGER, Role.OWNER})
grant("ledger.close", "Close a period", frozenset({Role.MANAGER, Role.OWNER}))
