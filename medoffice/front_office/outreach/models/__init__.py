"""Tables of outreach, by what they are about."""

from medoffice.front_office.outreach.models.messages import (
    Door,
    Heard,
    Message,
    MessageEvent,
    OwnText,
    Preference,
    ReminderRule,
    Settings,
    Stopped,
)
from medoffice.front_office.outreach.models.recalls import Recall, RecallAttempt, RecallRule
from medoffice.front_office.outreach.models.visits import Asked, Reschedule, RescheduleLine, SelfBooking
from medoffice.front_office.outreach.models.waitlist import Missed, MissedPolicy, Offer, Waiter

__all__ = [
    "Asked",
    "Door",
    "Heard",
    "Message",
    "MessageEvent",
    "Missed",
    "MissedPolicy",
    "Offer",
    "OwnText",
    "Preference",
    "Recall",
    "RecallAttempt",
    "RecallRule",
    "ReminderRule",
    "Reschedule",
    "RescheduleLine",
    "SelfBooking",
    "Settings",
    "Stopped",
    "Waiter",
]
