"""Give a patient money back that the office holds for them."""

from uuid import UUID

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import next_number
from medoffice.revenue.billing.actions.recording import office_today, record_changes, wait_for_turn
from medoffice.revenue.billing.actions.rows import DRAWERS, Change
from medoffice.revenue.billing.models import Refund
from medoffice.revenue.billing.queries.events import patient_balance
from medoffice.revenue.billing.types import EventKind, Method
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("payments.refund")
def refund(*, actor: Actor, patient_id: UUID, amount: Money, method: Method, why: str) -> UUID:
    """Pay back held money, numbered. Raises Refusal beyond what is held, or without a reason."""
    require(actor, "payments.refund", patient_id)
    wait_for_turn()
    held = patient_balance(patient_id).unapplied
    if not why.strip():
        raise Refusal("reason-missing", "Say why it is paid back.", "")
    if not 0 < amount.cents <= held.cents:
        raise Refusal("beyond-held", f"The office holds {held} for this patient.", "Correct the amount.")
    today = office_today()
    row = Refund.objects.create(
        number=next_number("RF"),
        patient_id=patient_id,
        method=method,
        amount_cents=amount.cents,
        why=why.strip()[:200],
        date=today,
        at=clock.now(),
        by=actor.name,
    )
    words = f"Refund {row.number} by {method.value}: {row.why}"
    change = Change(EventKind.REFUND, patient_id, words, DRAWERS[method], unapplied=-amount)
    record_changes(actor, today, words, Ref("refund", row.id), [change])
    record("refund", row.id, subjects=[patient_id], cents=amount.cents)
    return row.id
