"""What other rooms may use of claims."""

from medoffice.revenue.claims.actions.answer_question import answer_question
from medoffice.revenue.claims.actions.ask_again import ask_again
from medoffice.revenue.claims.actions.bill_patient import bill_patient
from medoffice.revenue.claims.actions.chase_overdue import chase_overdue
from medoffice.revenue.claims.actions.correct_claim import correct_claim
from medoffice.revenue.claims.actions.fetch_files import fetch_files
from medoffice.revenue.claims.actions.note_outcome import note_outcome
from medoffice.revenue.claims.actions.post_remittance import post_remittance
from medoffice.revenue.claims.actions.prepare_claims import prepare_claims
from medoffice.revenue.claims.actions.receive_file import receive_file
from medoffice.revenue.claims.actions.recheck_claim import recheck_claim
from medoffice.revenue.claims.actions.return_remittance import return_remittance
from medoffice.revenue.claims.actions.send_claims import send_claims
from medoffice.revenue.claims.actions.transmit_files import transmit_files
from medoffice.revenue.claims.actions.write_off_denial import write_off_denial
from medoffice.revenue.claims.offers import register_clearinghouse
from medoffice.revenue.claims.queries import (
    claim,
    claim_counts,
    claims_in,
    claims_of,
    decision,
    decisions_in,
    decisions_of,
    files_waiting,
    findings_of,
    line_totals,
    not_ours_in,
    open_of,
    payment_set_aside,
    received_file,
    remittance,
    remittance_findings,
    remittances,
    remittances_posted,
    unsent_since,
    waiting,
)

__all__ = [
    "answer_question",
    "ask_again",
    "bill_patient",
    "chase_overdue",
    "claim",
    "claim_counts",
    "claims_in",
    "claims_of",
    "correct_claim",
    "decision",
    "decisions_in",
    "decisions_of",
    "fetch_files",
    "files_waiting",
    "findings_of",
    "line_totals",
    "not_ours_in",
    "note_outcome",
    "open_of",
    "payment_set_aside",
    "post_remittance",
    "prepare_claims",
    "receive_file",
    "received_file",
    "recheck_claim",
    "register_clearinghouse",
    "remittance",
    "remittance_findings",
    "remittances",
    "remittances_posted",
    "return_remittance",
    "send_claims",
    "transmit_files",
    "unsent_since",
    "waiting",
    "write_off_denial",
]
