"""What other rooms may use of security: acting, the policy, screens, audit, accounts."""

from medoffice.security.acting import action, record
from medoffice.security.actions.add_user import add_user
from medoffice.security.actions.change_password import change_password
from medoffice.security.actions.change_roles import change_roles
from medoffice.security.actions.deny_subject import deny_subject
from medoffice.security.actions.lift_denial import lift_denial
from medoffice.security.actions.set_up_owner import set_up_owner
from medoffice.security.audit import seal, verify, write_seen
from medoffice.security.queries import (
    actor_named,
    actor_of,
    any_user_exists,
    audit_lines,
    last_event_at,
    role_is_held,
    users,
)
from medoffice.security.screens import OfficeRequest, back, open_door, saw, screen, seen_version, words_of
from medoffice.security.setup_code import setup_code
from medoffice.security.words import can, denied, grant, permitted, require

__all__ = [
    "OfficeRequest",
    "action",
    "actor_named",
    "actor_of",
    "add_user",
    "any_user_exists",
    "audit_lines",
    "back",
    "can",
    "change_password",
    "change_roles",
    "denied",
    "deny_subject",
    "grant",
    "last_event_at",
    "lift_denial",
    "open_door",
    "permitted",
    "record",
    "require",
    "role_is_held",
    "saw",
    "screen",
    "seal",
    "seen_version",
    "set_up_owner",
    "setup_code",
    "users",
    "verify",
    "words_of",
    "write_seen",
]
