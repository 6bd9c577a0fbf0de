"""What other rooms may use of rights."""

from medoffice.records.rights.actions.add_line import add_line
from medoffice.records.rights.actions.answer_amendment import accept_amendment, deny_amendment, withdraw_amendment
from medoffice.records.rights.actions.ask_amendment import ask_amendment
from medoffice.records.rights.actions.extend_amendment import extend_amendment
from medoffice.records.rights.queries.amendments import amendment, amendments_of, last_answered, open_amendments

__all__ = [
    "accept_amendment",
    "add_line",
    "amendment",
    "amendments_of",
    "ask_amendment",
    "deny_amendment",
    "extend_amendment",
    "last_answered",
    "open_amendments",
    "withdraw_amendment",
]
