"""What other rooms may use of faxes."""

from medoffice.records.faxes.actions.hand_over import hand_over
from medoffice.records.faxes.actions.hear import hear_all
from medoffice.records.faxes.actions.queue_fax import queue_fax
from medoffice.records.faxes.actions.send_again import send_again
from medoffice.records.faxes.actions.stop_fax import stop_fax
from medoffice.records.faxes.offers import register_fax_line, register_second_look
from medoffice.records.faxes.queries.faxes import fax, fax_check, faxes, faxes_for, line_state, story_of
from medoffice.records.faxes.queries.paper import pages_of_document

__all__ = [
    "fax",
    "fax_check",
    "faxes",
    "faxes_for",
    "hand_over",
    "hear_all",
    "line_state",
    "pages_of_document",
    "queue_fax",
    "register_fax_line",
    "register_second_look",
    "send_again",
    "stop_fax",
    "story_of",
]
