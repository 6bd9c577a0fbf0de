"""Applying what the office holds for a patient (a copay taken at check-in) to what they owe, oldest first."""

from datetime import date
from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.actions.recording import record_changes
from medoffice.revenue.billing.actions.rows import APPLIED, credit_changes
from medoffice.revenue.billing.queries.charges import standings
from medoffice.revenue.billing.queries.events import patient_balance
from medoffice.security.types import Actor


def apply_credit(actor: Actor, patient_id: UUID, on: date, cause: Ref) -> None:
    """Move held money onto open balances, and money off charges no longer owed; nothing to move is fine."""
    changes = credit_changes(patient_id, patient_balance(patient_id).unapplied, standings(patient_id))
    record_changes(actor, on, APPLIED, cause, changes)
