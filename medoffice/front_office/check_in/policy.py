"""The permission words of arrival and flow."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, EVERYONE, FRONT, LEADERS, SYSTEM, Shows

grant("check_in.board", "See the flow board", EVERYONE | SYSTEM, shows=Shows.PRESENCE)
grant("check_in.arrive", "Check patients in and out", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PRESENCE)
grant("check_in.room", "Room patients and move them on", FRONT | CLINICAL | LEADERS | SYSTEM, shows=Shows.PRESENCE)
