"""The permission words of the flow; who sees the board and who moves patients says check-in."""

from medoffice.security.api import grant
from medoffice.security.types import LEADERS, SYSTEM, Shows

grant(
    "flow.set_up",
    "Say how long is long, and set up the screen in the waiting room",
    LEADERS | SYSTEM,
    shows=Shows.NOTHING,
)
grant("flow.figures", "See how long visits stay at each stage", LEADERS | SYSTEM, shows=Shows.NOTHING)
