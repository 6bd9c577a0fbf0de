"""The permission words of downtime. What is in a pack leaves the program, so labels decide as for an export."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, SYSTEM, Shows, Sink

grant("downtime.see", "See and fetch the packs for hours without a computer", FRONT | CLINICAL | LEADERS)
grant(
    "downtime.set_up",
    "Say how downtime packs are made, and choose their password",
    LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
grant("downtime.make", "Make a downtime pack now", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant("downtime.name", "Put who comes on a downtime pack", SYSTEM, shows=Shows.PERSON, sink=Sink.EXPORT)
grant(
    "downtime.tell",
    "Put what is known of them on a downtime pack",
    SYSTEM,
    shows=Shows.NOTE,
    sink=Sink.EXPORT,
)
