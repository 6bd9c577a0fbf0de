"""What other rooms may use of billing."""

from medoffice.revenue.billing.actions.capture_charges import capture_charges
from medoffice.revenue.billing.actions.charge_missed import charge_missed
from medoffice.revenue.billing.actions.make_statement import make_statement
from medoffice.revenue.billing.actions.post_payer_decision import post_payer_decision
from medoffice.revenue.billing.actions.refund import refund
from medoffice.revenue.billing.actions.rows import (
    APPLIED,
    Change,
    account_event_rows,
    charge_row,
    charge_words,
    charged,
    credit_changes,
    ledger_lines,
    payer_changes,
    receipt_row,
    taken,
    that_move,
)
from medoffice.revenue.billing.actions.set_fee import set_fee
from medoffice.revenue.billing.actions.take_back_decision import take_back_decision
from medoffice.revenue.billing.actions.take_back_fee import take_back_fee
from medoffice.revenue.billing.actions.take_back_payment import take_back_payment
from medoffice.revenue.billing.actions.take_payment import take_payment
from medoffice.revenue.billing.actions.transfer_to_patient import transfer_to_patient
from medoffice.revenue.billing.actions.write_off import write_off
from medoffice.revenue.billing.queries.charges import charge, charges_of, fee, fee_totals, fees, to_charge
from medoffice.revenue.billing.queries.events import (
    account_of,
    amounts_on,
    control_totals,
    events_as_seen,
    events_for,
    events_of_charge,
    events_on,
    patient_balance,
    patients_owing,
)
from medoffice.revenue.billing.queries.money import (
    money_of_patients,
    receipt,
    receipts_of,
    receipts_of_visit,
    receipts_on,
    refund_made,
    refunds_on,
)
from medoffice.revenue.billing.queries.statements import statement, statements_of
from medoffice.revenue.billing.rules.fitting import fit

__all__ = [
    "APPLIED",
    "Change",
    "account_event_rows",
    "account_of",
    "amounts_on",
    "capture_charges",
    "charge",
    "charge_missed",
    "charge_row",
    "charge_words",
    "charged",
    "charges_of",
    "control_totals",
    "credit_changes",
    "events_as_seen",
    "events_for",
    "events_of_charge",
    "events_on",
    "fee",
    "fee_totals",
    "fees",
    "fit",
    "ledger_lines",
    "make_statement",
    "money_of_patients",
    "patient_balance",
    "patients_owing",
    "payer_changes",
    "post_payer_decision",
    "receipt",
    "receipt_row",
    "receipts_of",
    "receipts_of_visit",
    "receipts_on",
    "refund",
    "refund_made",
    "refunds_on",
    "set_fee",
    "statement",
    "statements_of",
    "take_back_decision",
    "take_back_fee",
    "take_back_payment",
    "take_payment",
    "taken",
    "that_move",
    "to_charge",
    "transfer_to_patient",
    "write_off",
]
