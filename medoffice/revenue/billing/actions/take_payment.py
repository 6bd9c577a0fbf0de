"""Take money from a patient."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Invalid, NotFound
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number
from medoffice.records.encounters.api import encounter
from medoffice.revenue.billing.actions.applying import apply_credit
from medoffice.revenue.billing.actions.recording import office_today, record_changes, wait_for_turn
from medoffice.revenue.billing.actions.rows import receipt_row, taken
from medoffice.revenue.billing.types import Method
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("payments.take")
def take_payment(
    *,
    actor: Actor,
    patient_id: UUID,
    amount: Money,
    method: Method,
    encounter_id: UUID | None = None,
    copay: bool = False,
) -> UUID:
    """Take a payment and number its receipt. It is held for the patient, then applied to what they owe, oldest first.

    Raises Invalid unless the amount is positive, NotFound for another patient's visit.
    """
    require(actor, "payments.take", patient_id)
    if amount.cents <= 0:
        words = "Write an amount above zero."
        raise Invalid("amount-not-positive", words, "", {"fields": {"amount": [words]}})
    if encounter_id is not None and encounter(encounter_id).patient_id != patient_id:
        raise NotFound
    wait_for_turn()
    today = office_today()
    row = receipt_row(
        number=next_number("R"),
        patient_id=patient_id,
        encounter_id=encounter_id,
        method=method,
        amount=amount,
        copay=copay,
        on=today,
        by=actor.name,
        at=clock.now(),
    )
    row.save(force_insert=True)
    change = taken(row)
    record_changes(actor, today, change.words, Ref("receipt", row.id), [change])
    apply_credit(actor, patient_id, today, Ref("receipt", row.id))
    record("receipt", row.id, subjects=[patient_id], cents=amount.cents)
    return row.id
