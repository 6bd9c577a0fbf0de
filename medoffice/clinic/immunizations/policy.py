"""The permission words of immunizations."""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, LEADERS, SYSTEM, Role, Shows, Sink

grant("vaccines.stock", "See the lots of vaccine on hand", CLINICAL | LEADERS | SYSTEM, shows=Shows.NOTHING)
grant(
    "vaccines.keep", "Take lots of vaccine in, count and recall them", CLINICAL | LEADERS | SYSTEM, shows=Shows.NOTHING
)
grant(
    "vaccines.decide",
    "Decide whether a lot that was set aside is used or discarded",
    LEADERS | SYSTEM | {Role.PROVIDER, Role.NURSE},
    shows=Shows.NOTHING,
)
grant("vaccines.read", "See which vaccines were given to whom", CLINICAL | LEADERS | SYSTEM, glass=True)
grant("vaccines.give", "Give a vaccine, and correct what was entered of it", CLINICAL | SYSTEM, glass=True)
grant("vaccines.note", "Note what the vaccine schedule should know of a patient", CLINICAL | SYSTEM, glass=True)
grant("vaccines.bring", "Bring in a release of the vaccine schedule", SYSTEM, shows=Shows.NOTHING)
grant("vaccines.tell", "Tell whoever sees to it that the vaccine schedule is old", SYSTEM, shows=Shows.NOTHING)
grant("vaccines.report", "Report vaccines to the immunization registry", SYSTEM, sink=Sink.MESSAGE)
grant("vaccines.set_up", "Say which immunization registry is reported to", LEADERS | SYSTEM, shows=Shows.NOTHING)
