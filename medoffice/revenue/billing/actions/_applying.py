"""Applying what the office holds for a patient (a copay taken at check-in) to what they owe, oldest first."""

from datetime import date
from uuid import UUID

from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.actions._recording import Change, record_changes
from medoffice.revenue.billing.queries import owed_by, patient_balance
from medoffice.revenue.billing.rules.allocation import allocate
from medoffice.revenue.billing.types import EventKind
from medoffice.security.types import Actor


def apply_credit(actor: Actor, patient_id: UUID, on: date, cause: Ref) -> None:
    """Move unapplied money onto open patient balances; nothing to move is fine."""
    held = patient_balance(patient_id).unapplied
    if held.cents <= 0:
        return
    debts = [(debt.id, debt.patient_balance) for debt in owed_by(patient_id)]
    changes = [
        Change(
            EventKind.CREDIT_APPLIED,
            patient_id,
            "Paid from money held for the patient",
            charge_id=charge_id,
            patient=-part,
            unapplied=-part,
        )
        for charge_id, part in allocate(held, debts)
    ]
    record_changes(actor, on, "Patient money applied to open balances", cause, changes)
