"""Give a patient money back that the office holds for them."""

from uuid import UUID
from zoneinfo import ZoneInfo

from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import sites
from medoffice.revenue.billing.actions._recording import Change, record_changes
from medoffice.revenue.billing.actions.take_payment import DRAWERS
from medoffice.revenue.billing.queries import patient_balance
from medoffice.revenue.billing.types import EventKind, Method
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("payments.refund")
def refund(*, actor: Actor, patient_id: UUID, amount: Money, method: Method, why: str) -> None:
    """Pay back held money. Raises Refusal beyond what is held, or without a reason."""
    require(actor, "payments.refund", patient_id)
    held = patient_balance(patient_id).unapplied
    if not why.strip():
        raise Refusal("reason-missing", "Say why it is paid back.", "")
    if not 0 < amount.cents <= held.cents:
        raise Refusal("beyond-held", f"The office holds {held} for this patient.", "Correct the amount.")
    today = clock.today(ZoneInfo(sites()[0].zone))
    words = f"Refund by {method.value}: {why.strip()}"
    change = Change(EventKind.REFUND, patient_id, words, DRAWERS[method], unapplied=-amount)
    record_changes(actor, today, words, Ref("patient", patient_id), [change])
    record("patient", patient_id, subjects=[patient_id], cents=amount.cents)
