"""The permission words of security."""

from medoffice.security.proofs import ask_proof
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, SYSTEM, Role, Shows
from medoffice.security.words import grant

PRIVACY = frozenset({Role.OWNER, Role.PRIVACY_OFFICER})
_NOTHING = Shows.NOTHING

grant("security.set_up", "Make the first account of a new office", SYSTEM, shows=_NOTHING)
grant("security.manage_users", "Give accounts and roles", LEADERS | SYSTEM, shows=_NOTHING)
grant("security.deny", "Keep a person away from a patient's record", LEADERS | SYSTEM | PRIVACY, shows=_NOTHING)
grant("security.read_audit", "Read the audit trail", PRIVACY, shows=_NOTHING)
grant("security.own_password", "Change one's own password", EVERYONE | {Role.SPECIALIST}, shows=_NOTHING)
grant("security.own_factors", "Set up one's own second factors and PIN", EVERYONE | {Role.SPECIALIST}, shows=_NOTHING)
grant("security.own_sessions", "See and end one's own sessions", EVERYONE | {Role.SPECIALIST}, shows=_NOTHING)
grant("security.rules", "Decide how the office signs in", frozenset({Role.OWNER}), shows=_NOTHING)
grant("security.open_record", "Open a record that opens with a reason", EVERYONE, shows=_NOTHING)
grant("security.break_glass", "Break the glass in an emergency", CLINICAL, shows=_NOTHING)
grant("security.review", "See and review who opened what is kept from them", PRIVACY, shows=_NOTHING)
grant("labels.patient", "Say that a patient is known, or works here", LEADERS | PRIVACY | SYSTEM, shows=_NOTHING)
grant("labels.visit", "Make a visit confidential", CLINICAL | FRONT | PRIVACY | SYSTEM, shows=_NOTHING)
grant("labels.end", "End what keeps a patient or a visit confidential", PRIVACY | SYSTEM, shows=_NOTHING)
grant("labels.consent", "Record and revoke a patient's consent", CLINICAL | FRONT | PRIVACY | SYSTEM, shows=_NOTHING)
grant("security.breached_list", "Take in the list of stolen passwords, where the program runs", SYSTEM, shows=_NOTHING)
grant("security.rotate_keys", "Rotate the office's keys, where the program runs", SYSTEM, shows=_NOTHING)

ask_proof("security.manage_users", "security.deny", "security.own_factors", "security.rules")
