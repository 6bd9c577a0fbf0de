"""The permission words of security."""

from medoffice.security.types import EVERYONE, LEADERS, SYSTEM, Role
from medoffice.security.words import grant

grant("security.set_up", "Make the first account of a new office", SYSTEM)
grant("security.manage_users", "Give accounts and roles", LEADERS | SYSTEM)
grant("security.deny", "Keep a person away from a patient's record", LEADERS | SYSTEM | {Role.PRIVACY_OFFICER})
grant("security.read_audit", "Read the audit trail", frozenset({Role.OWNER, Role.PRIVACY_OFFICER}))
grant("security.own_password", "Change one's own password", EVERYONE | {Role.SPECIALIST})
