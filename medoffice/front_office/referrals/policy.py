"""The permission words of referrals.

What a referral asks is the content of a visit; its packet holds notes, and goes outside: labels decide about both.
"""

from medoffice.security.api import grant
from medoffice.security.types import CLINICAL, FRONT, LEADERS, SYSTEM, Role, Shows, Sink

grant("referrals.read", "See referrals", FRONT | CLINICAL | LEADERS | SYSTEM, glass=True)
grant("referrals.make", "Refer patients, and take in those sent here", FRONT | CLINICAL | LEADERS | SYSTEM)
grant("referrals.follow", "Follow a referral to its end", FRONT | CLINICAL | LEADERS | SYSTEM)
grant(
    "referrals.send",
    "Send what goes with a referral",
    FRONT | CLINICAL | LEADERS | SYSTEM,
    shows=Shows.NOTE,
    sink=Sink.MESSAGE,
)
grant(
    "referrals.set_up",
    "Keep the directory of outside providers, and when each step is due",
    LEADERS | SYSTEM | {Role.SECRETARY},
    shows=Shows.NOTHING,
)
