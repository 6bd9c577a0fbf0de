"""The permission words of the desks."""

from medoffice.security.api import grant
from medoffice.security.types import EVERYONE, SYSTEM, Role, Shows

grant("desks.home", "Have a desk", EVERYONE | SYSTEM, shows=Shows.NOTHING)
grant("desks.day", "See the own patients of the day", frozenset({Role.PROVIDER}), shows=Shows.PERSON)
grant("desks.follow", "Follow a dollar from the call to the ledger", EVERYONE | SYSTEM, shows=Shows.PERSON)
