"""What other rooms may use of the telephone log."""

from medoffice.front_office.calls.actions.close_call import close_call
from medoffice.front_office.calls.actions.link_patient import link_patient
from medoffice.front_office.calls.actions.rows import call_closed, call_row, call_work_title
from medoffice.front_office.calls.actions.take_call import take_call
from medoffice.front_office.calls.queries import call, call_numbered, calls_on, open_calls

__all__ = [
    "call",
    "call_closed",
    "call_numbered",
    "call_row",
    "call_work_title",
    "calls_on",
    "close_call",
    "link_patient",
    "open_calls",
    "take_call",
]
