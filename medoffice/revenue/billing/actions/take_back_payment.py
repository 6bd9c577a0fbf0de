"""Take a payment back that was none: typed wrongly, or the check was returned. The receipt stays; this reverses it."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.actions.recording import office_today, record_changes, wait_for_turn
from medoffice.revenue.billing.actions.rows import DRAWERS, Change
from medoffice.revenue.billing.models import TakenBack
from medoffice.revenue.billing.queries.charges import standings
from medoffice.revenue.billing.queries.events import patient_balance
from medoffice.revenue.billing.queries.money import receipt
from medoffice.revenue.billing.rules.allocation import take_back
from medoffice.revenue.billing.types import EventKind
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("payments.take_back")
def take_back_payment(*, actor: Actor, receipt_id: UUID, why: str) -> UUID:
    """Reverse a receipt; money it had paid is owed again, latest charges first. Returns the receipt's id.

    Raises Refusal without a reason, a second time, or when its money was given back to the patient already.
    """
    wait_for_turn()
    found = receipt(receipt_id)
    require(actor, "payments.take_back", found.patient_id)
    if not why.strip():
        raise Refusal("reason-missing", "Say why it is taken back.", "")
    if found.taken_back:
        raise Refusal("taken-back-already", f"Receipt {found.number} was taken back already.", "Look at the account.")
    patient_id, today = found.patient_id, office_today()
    missing = found.amount - patient_balance(patient_id).unapplied
    parts = take_back(missing, standings(patient_id))
    if sum(part.cents for _, part in parts) < missing.cents:
        raise Refusal("given-back", f"The money of receipt {found.number} was refunded.", "Look at the account.")
    TakenBack.objects.create(receipt_id=receipt_id, why=why.strip()[:200], at=clock.now(), by=actor.name)
    words = f"Receipt {found.number} taken back: {why.strip()}"
    owed_again = [
        Change(
            EventKind.CREDIT_APPLIED,
            patient_id,
            f"taken off this charge again: {words}",
            None,
            charge_id,
            patient=part,
            unapplied=part,
        )
        for charge_id, part in parts
    ]
    reversed_ = Change(EventKind.PATIENT_PAYMENT, patient_id, words, DRAWERS[found.method], unapplied=-found.amount)
    record_changes(actor, today, words, Ref("receipt", receipt_id), [*owed_again, reversed_])
    record("receipt", receipt_id, subjects=[patient_id], cents=found.amount.cents)
    return receipt_id
