"""The permission words of code lists."""

from medoffice.security.api import grant
from medoffice.security.types import LEADERS, REVENUE, SYSTEM, Role, Shows

grant(
    "code_lists.read",
    "See which code lists are loaded",
    REVENUE | LEADERS | SYSTEM | {Role.PROVIDER},
    shows=Shows.NOTHING,
)
grant("code_lists.take", "Load a code list", SYSTEM, shows=Shows.NOTHING)
grant("code_lists.tell", "Say which code lists end", SYSTEM, shows=Shows.NOTHING)
