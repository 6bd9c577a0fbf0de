"""What other rooms may use of referrals."""

from medoffice.front_office.referrals.actions.add_performer import add_performer
from medoffice.front_office.referrals.actions.chase_referral import chase_referral
from medoffice.front_office.referrals.actions.make_referral import make_referral
from medoffice.front_office.referrals.actions.move_referral import move_referral
from medoffice.front_office.referrals.actions.receive_referral import receive_referral
from medoffice.front_office.referrals.actions.recode_referral import recode_referral
from medoffice.front_office.referrals.actions.send_packet import send_packet
from medoffice.front_office.referrals.actions.set_pace import set_pace
from medoffice.front_office.referrals.actions.watch_referrals import watch_referrals
from medoffice.front_office.referrals.offers import register_loops, register_packet_part
from medoffice.front_office.referrals.queries.referrals import (
    all_loops,
    events_of,
    open_referrals,
    performer,
    performers,
    performers_like,
    referrals_of,
    referrals_to_send,
)

__all__ = [
    "add_performer",
    "all_loops",
    "chase_referral",
    "events_of",
    "make_referral",
    "move_referral",
    "open_referrals",
    "performer",
    "performers",
    "performers_like",
    "receive_referral",
    "recode_referral",
    "referrals_of",
    "referrals_to_send",
    "register_loops",
    "register_packet_part",
    "send_packet",
    "set_pace",
    "watch_referrals",
]
