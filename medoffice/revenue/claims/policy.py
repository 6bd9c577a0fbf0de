"""The permission words of claims."""

from medoffice.security.api import grant
from medoffice.security.types import FRONT, LEADERS, REVENUE, SYSTEM

grant("claims.read", "See claims and remittances", REVENUE | FRONT | LEADERS | SYSTEM)
grant("claims.work", "Prepare, send, correct and void claims", REVENUE | LEADERS | SYSTEM)
grant("remits.receive", "Receive files from payers", REVENUE | LEADERS | SYSTEM)
grant("remits.post", "Post remittances", REVENUE | LEADERS | SYSTEM)
