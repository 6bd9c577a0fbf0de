"""What other rooms may use of the telephone log."""

from medoffice.front_office.calls.actions.add_note import add_note
from medoffice.front_office.calls.actions.bring_in_messages import bring_in_messages
from medoffice.front_office.calls.actions.close_call import close_call
from medoffice.front_office.calls.actions.escalate_call import escalate_call
from medoffice.front_office.calls.actions.keep_promise import keep_promise
from medoffice.front_office.calls.actions.link_patient import link_patient
from medoffice.front_office.calls.actions.miss_rings import miss_rings
from medoffice.front_office.calls.actions.rows import call_closed, call_row, call_work_title, escalation_row
from medoffice.front_office.calls.actions.say_cause import say_cause
from medoffice.front_office.calls.actions.take_call import take_call
from medoffice.front_office.calls.actions.triage_call import triage_call
from medoffice.front_office.calls.actions.verify_caller import verify_caller
from medoffice.front_office.calls.offers import (
    register_balance,
    register_hours,
    register_reason_to_call,
    register_sender,
)
from medoffice.front_office.calls.queries.calls import (
    call,
    call_numbered,
    call_told,
    calls_of,
    calls_on,
    events_of,
    open_calls,
    promises_of,
)
from medoffice.front_office.calls.queries.door import ringing
from medoffice.front_office.calls.queries.figures import telephone
from medoffice.front_office.calls.queries.lists import lists, shipped_lists
from medoffice.front_office.calls.rules.flags import red_flags

__all__ = [
    "add_note",
    "bring_in_messages",
    "call",
    "call_closed",
    "call_numbered",
    "call_row",
    "call_told",
    "call_work_title",
    "calls_of",
    "calls_on",
    "close_call",
    "escalate_call",
    "escalation_row",
    "events_of",
    "keep_promise",
    "link_patient",
    "lists",
    "miss_rings",
    "open_calls",
    "promises_of",
    "red_flags",
    "register_balance",
    "register_hours",
    "register_reason_to_call",
    "register_sender",
    "ringing",
    "say_cause",
    "shipped_lists",
    "take_call",
    "telephone",
    "triage_call",
    "verify_caller",
]
