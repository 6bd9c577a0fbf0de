"""What other rooms may use of claims."""

from medoffice.revenue.claims.actions.chase_overdue import chase_overdue
from medoffice.revenue.claims.actions.correct_claim import correct_claim
from medoffice.revenue.claims.actions.fetch_files import fetch_files
from medoffice.revenue.claims.actions.post_remittance import post_remittance
from medoffice.revenue.claims.actions.prepare_claims import prepare_claims
from medoffice.revenue.claims.actions.receive_file import receive_file
from medoffice.revenue.claims.actions.recheck_claim import recheck_claim
from medoffice.revenue.claims.actions.send_claims import send_claims
from medoffice.revenue.claims.actions.transmit_files import transmit_files
from medoffice.revenue.claims.offers import register_clearinghouse
from medoffice.revenue.claims.queries import (
    claim,
    claim_counts,
    claims_in,
    claims_of,
    claims_of_patient,
    decision,
    decisions_in,
    decisions_of,
    files_waiting,
    findings_of,
    line_totals,
    received_file,
    remittance,
    remittance_findings,
    remittances,
    remittances_posted,
)

__all__ = [
    "chase_overdue",
    "claim",
    "claim_counts",
    "claims_in",
    "claims_of",
    "claims_of_patient",
    "correct_claim",
    "decision",
    "decisions_in",
    "decisions_of",
    "fetch_files",
    "files_waiting",
    "findings_of",
    "line_totals",
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
    "send_claims",
    "transmit_files",
]
