"""The permission words of the dashboard. No report names a patient, so there is nothing that labels could keep."""

from medoffice.security.api import grant
from medoffice.security.types import LEADERS, Shows, Sink

grant("reports.read", "Read the office in numbers", LEADERS, shows=Shows.NOTHING)
grant("reports.take", "Take a report away as a table", LEADERS, shows=Shows.NOTHING, sink=Sink.EXPORT)
