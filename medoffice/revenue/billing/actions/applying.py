"""Applying what the office holds for a patient (a copay taken at check-in) to what they owe, oldest first."""

from datetime import date
from uuid import UUID

from medoffice.kernel.money import ZERO
from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.actions.recording import Change, record_changes
from medoffice.revenue.billing.queries import patient_balance, standings
from medoffice.revenue.billing.rules.allocation import settle
from medoffice.revenue.billing.types import EventKind
from medoffice.security.types import Actor


def apply_credit(actor: Actor, patient_id: UUID, on: date, cause: Ref) -> None:
    """Move held money onto open balances, and money off charges no longer owed; nothing to move is fine."""
    parts = settle(patient_balance(patient_id).unapplied, standings(patient_id))
    changes = [
        Change(
            EventKind.CREDIT_APPLIED,
            patient_id,
            "put on this charge" if part > ZERO else "taken off this charge again: no longer owed",
            charge_id=charge_id,
            patient=-part,
            unapplied=-part,
        )
        for charge_id, part in parts
    ]
    record_changes(actor, on, "Patient money applied to open balances", cause, changes)
