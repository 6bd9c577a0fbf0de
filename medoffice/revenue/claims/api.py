"""What other rooms may use of claims."""

from medoffice.revenue.claims.actions.answer_question import answer_question
from medoffice.revenue.claims.actions.ask_again import ask_again
from medoffice.revenue.claims.actions.bill_patient import bill_patient
from medoffice.revenue.claims.actions.chase_overdue import chase_overdue
from medoffice.revenue.claims.actions.concluding import concluded, denial_item
from medoffice.revenue.claims.actions.correct_claim import correct_claim
from medoffice.revenue.claims.actions.fetch_files import fetch_files
from medoffice.revenue.claims.actions.lines import Matched, matched_lines, payer_line, to_line
from medoffice.revenue.claims.actions.note_outcome import note_outcome
from medoffice.revenue.claims.actions.post_remittance import post_remittance
from medoffice.revenue.claims.actions.prepare_claims import prepare_claims
from medoffice.revenue.claims.actions.receive_file import receive_file
from medoffice.revenue.claims.actions.recheck_claim import recheck_claim
from medoffice.revenue.claims.actions.return_remittance import return_remittance
from medoffice.revenue.claims.actions.rows import (
    accepted,
    claim_rows,
    decision_rows,
    examination_kept,
    held_item,
    inbound_row,
    made_words,
    outbound_row,
    posted,
    rejected,
    rejected_item,
    remittance_row,
    sent_in,
    sent_words,
    story_row,
)
from medoffice.revenue.claims.actions.send_claims import send_claims
from medoffice.revenue.claims.actions.transmit_files import transmit_files
from medoffice.revenue.claims.actions.write_off_denial import write_off_denial
from medoffice.revenue.claims.offers import register_clearinghouse
from medoffice.revenue.claims.queries.claims import (
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
)
from medoffice.revenue.claims.queries.worklist import waiting
from medoffice.revenue.claims.rules.answering import kinds_of, rejection_words
from medoffice.revenue.claims.rules.examining import examined
from medoffice.revenue.claims.rules.payments import PROCESSED, check_payment, lies_with, payer_numbers
from medoffice.revenue.claims.rules.sending import MAX_CLAIMS, MEDIA, interchange
from medoffice.revenue.claims.rules.standing import Decided

__all__ = [
    "MAX_CLAIMS",
    "MEDIA",
    "PROCESSED",
    "Decided",
    "Matched",
    "accepted",
    "answer_question",
    "ask_again",
    "bill_patient",
    "chase_overdue",
    "check_payment",
    "claim",
    "claim_counts",
    "claim_rows",
    "claims_in",
    "claims_of",
    "concluded",
    "correct_claim",
    "decision",
    "decision_rows",
    "decisions_in",
    "decisions_of",
    "denial_item",
    "examination_kept",
    "examined",
    "fetch_files",
    "files_waiting",
    "findings_of",
    "held_item",
    "inbound_row",
    "interchange",
    "kinds_of",
    "lies_with",
    "line_totals",
    "made_words",
    "matched_lines",
    "not_ours_in",
    "note_outcome",
    "open_of",
    "outbound_row",
    "payer_line",
    "payer_numbers",
    "payment_set_aside",
    "post_remittance",
    "posted",
    "prepare_claims",
    "receive_file",
    "received_file",
    "recheck_claim",
    "register_clearinghouse",
    "rejected",
    "rejected_item",
    "rejection_words",
    "remittance",
    "remittance_findings",
    "remittance_row",
    "remittances",
    "remittances_posted",
    "return_remittance",
    "send_claims",
    "sent_in",
    "sent_words",
    "story_row",
    "to_line",
    "transmit_files",
    "unsent_since",
    "waiting",
    "write_off_denial",
]
