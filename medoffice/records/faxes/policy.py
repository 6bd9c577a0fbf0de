"""The permission words of faxes."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, REVENUE, SYSTEM, Shows, Sink

grant("faxes.read", "See faxes that were sent", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM)
grant("faxes.send", "Send faxes", FRONT | CLINICAL | REVENUE | LEADERS | SYSTEM, shows=Shows.NOTE, sink=Sink.MESSAGE)
grant("faxes.carry", "Hand faxes to the line and hear what became of them", SYSTEM, shows=Shows.NOTHING)
