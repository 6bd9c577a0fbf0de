"""What other rooms may use of outreach."""

from medoffice.front_office.outreach.actions.decide_settings import decide_settings
from medoffice.front_office.outreach.actions.hand_over import hand_over
from medoffice.front_office.outreach.actions.hear import hear_all
from medoffice.front_office.outreach.actions.note_called import note_called
from medoffice.front_office.outreach.actions.queue_message import queue_message
from medoffice.front_office.outreach.actions.remind import remind
from medoffice.front_office.outreach.actions.set_preference import set_preference
from medoffice.front_office.outreach.actions.set_reminder import set_reminder
from medoffice.front_office.outreach.actions.tell_of_visit import tell_of_visit
from medoffice.front_office.outreach.offers import register_gateway
from medoffice.front_office.outreach.queries.messages import box, counts, messages_about, messages_of, story_of
from medoffice.front_office.outreach.queries.set_up import door_state, preference

__all__ = [
    "box",
    "counts",
    "decide_settings",
    "door_state",
    "hand_over",
    "hear_all",
    "messages_about",
    "messages_of",
    "note_called",
    "preference",
    "queue_message",
    "register_gateway",
    "remind",
    "set_preference",
    "set_reminder",
    "story_of",
    "tell_of_visit",
]
