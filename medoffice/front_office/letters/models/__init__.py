"""Tables of letters, by what they are about."""

from medoffice.front_office.letters.models.letters import Letter, Merge, Sending, SendingEvent, TakenOff
from medoffice.front_office.letters.models.links import Link, LinkRule
from medoffice.front_office.letters.models.plain import PlainWord
from medoffice.front_office.letters.models.templates import Approval, Letterhead, Published

__all__ = [
    "Approval",
    "Letter",
    "Letterhead",
    "Link",
    "LinkRule",
    "Merge",
    "PlainWord",
    "Published",
    "Sending",
    "SendingEvent",
    "TakenOff",
]
