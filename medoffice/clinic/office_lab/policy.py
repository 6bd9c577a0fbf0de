"""The permission words of the office's laboratory."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, LEADERS, SYSTEM, Role, Shows

grant(
    "office_lab.see",
    "See the tests the office does and their controls",
    CLINICAL | LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
grant("office_lab.keep", "Take kits and controls in, and end them", CLINICAL | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("office_lab.control", "Run controls", CLINICAL | SYSTEM, shows=Shows.NOTHING)
grant("office_lab.set_up", "Say which tests the office does", LEADERS | SYSTEM | {Role.PROVIDER}, shows=Shows.NOTHING)
grant("office_lab.stand", "Let a test be done by one's standing order", frozenset({Role.PROVIDER}), shows=Shows.NOTHING)
grant("office_lab.read", "See what the office found with which lot", CLINICAL | LEADERS | SYSTEM, glass=True)
grant("office_lab.test", "Test in the office, and correct what was entered of it", CLINICAL | SYSTEM, glass=True)
