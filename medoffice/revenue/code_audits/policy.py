"""The permission words of audits of codes."""

from medoffice.security.api import grant
from medoffice.security.types import LEADERS, SYSTEM, Role

grant("code_audits.read", "See audits of codes", LEADERS | SYSTEM | {Role.CODER, Role.BILLER})
grant("code_audits.audit", "Audit the codes of others", SYSTEM | {Role.CODER, Role.BILLER})
