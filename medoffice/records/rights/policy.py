"""The permission words of rights. What was asked is about a visit's content, so each is asked with what it is about."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, SYSTEM, Role, Shows

grant(
    "rights.note",
    "Note what patients ask of their record, and see how far it is",
    FRONT | CLINICAL | LEADERS | {Role.PRIVACY_OFFICER} | SYSTEM,
)
grant(
    "rights.decide",
    "Answer what patients ask of their record",
    frozenset({Role.PROVIDER, Role.PRIVACY_OFFICER, Role.OWNER}) | SYSTEM,
)
grant(
    "rights.notice",
    "Publish the office's notice of privacy practices",
    frozenset({Role.PRIVACY_OFFICER, Role.OWNER}) | SYSTEM,
    shows=Shows.NOTHING,
)
