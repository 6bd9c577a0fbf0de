"""Post what a payer decided about charges."""

from datetime import date
from uuid import UUID

from medoffice.kernel.refusals import NotFound, Refusal
from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.actions.applying import apply_credit
from medoffice.revenue.billing.actions.overpayment import watch_overpayment
from medoffice.revenue.billing.actions.recording import record_changes, wait_for_turn
from medoffice.revenue.billing.actions.rows import payer_changes
from medoffice.revenue.billing.queries.charges import charges_by_id
from medoffice.revenue.billing.rules.fitting import fit
from medoffice.revenue.billing.types import PayerLine
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("accounts.post")
def post_payer_decision(
    *,
    actor: Actor,
    on: date,
    lines: list[PayerLine],
    cause: Ref,
    payer_id: UUID,
    words: str,
    into: Account = Account.EFT_CLEARING,
) -> UUID | None:
    """Post one decision as one entry; returns it, or None if it moves nothing (a denial moves nothing).

    ``into`` is where the payer's money lies: a check to be deposited, or a transfer. Only ``patient`` makes a patient
    owe; money held for the patient is then applied. What goes beyond the open balance is fitted to it, except payment:
    a charge paid beyond what was open becomes a person's work. Reversals carry negatives. Raises NotFound for a charge
    there is none of, Refusal for a fee.
    """
    wait_for_turn()
    ids = {line.charge_id for line in lines}
    before = charges_by_id(ids)
    if set(before) != ids:
        raise NotFound
    if any(found.is_fee for found in before.values()):
        raise Refusal("fee-is-the-patients", "A fee is the patient's: no payer decides it.", "Correct the line.")
    patients = {charge_id: found.patient_id for charge_id, found in before.items()}
    fitted = [fit(line, before[line.charge_id].insurance_balance) for line in lines]
    changes = [
        change for line in fitted for change in payer_changes(line, patients[line.charge_id], payer_id, words, into)
    ]
    entry_id = record_changes(actor, on, words, cause, changes)
    for patient_id in set(patients.values()):
        apply_credit(actor, patient_id, on, cause)
    watch_overpayment(actor, before, charges_by_id(ids))
    record("payer_decision", cause.id, subjects=set(patients.values()))
    return entry_id
