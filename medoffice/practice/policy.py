"""The permission words of the practice."""

from medoffice.security.api import grant
from medoffice.security.types import EVERYONE, LEADERS, SYSTEM, Shows

grant("practice.read", "See the office's sites, staff and payers", EVERYONE | SYSTEM, shows=Shows.NOTHING)
grant("practice.set_up", "Set up sites, rooms, staff and payers", LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("practice.watch", "Watch over the office's background work", LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("work.open", "Put something into the work queue", EVERYONE | SYSTEM, shows=Shows.PRESENCE)
grant("work.do", "Take and finish things in the work queue", EVERYONE | SYSTEM, shows=Shows.PRESENCE)
