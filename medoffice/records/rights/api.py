"""What other rooms may use of rights."""

from medoffice.records.rights.actions.add_line import add_line
from medoffice.records.rights.actions.answer_amendment import accept_amendment, deny_amendment, withdraw_amendment
from medoffice.records.rights.actions.answer_restriction import answer_restriction, end_restriction, lift_restriction
from medoffice.records.rights.actions.ask_amendment import ask_amendment
from medoffice.records.rights.actions.ask_restriction import ask_restriction
from medoffice.records.rights.actions.extend_amendment import extend_amendment
from medoffice.records.rights.actions.note_receipt import note_receipt
from medoffice.records.rights.actions.publish_notice import publish_notice
from medoffice.records.rights.offers import register_amendable
from medoffice.records.rights.queries.amendments import amendment, amendments_of, last_answered, open_amendments
from medoffice.records.rights.queries.notices import acknowledged, notice_in_force
from medoffice.records.rights.queries.restrictions import restriction, restrictions_answered, restrictions_of

__all__ = [
    "accept_amendment",
    "acknowledged",
    "add_line",
    "amendment",
    "amendments_of",
    "answer_restriction",
    "ask_amendment",
    "ask_restriction",
    "deny_amendment",
    "end_restriction",
    "extend_amendment",
    "last_answered",
    "lift_restriction",
    "note_receipt",
    "notice_in_force",
    "open_amendments",
    "publish_notice",
    "register_amendable",
    "restriction",
    "restrictions_answered",
    "restrictions_of",
    "withdraw_amendment",
]
