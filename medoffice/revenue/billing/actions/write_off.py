"""Write off a part of a charge, by a person's decision."""

from uuid import UUID

from medoffice.kernel.money import ZERO, Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.actions.recording import office_today, record_changes, wait_for_turn
from medoffice.revenue.billing.actions.rows import Change
from medoffice.revenue.billing.queries.charges import charge
from medoffice.revenue.billing.types import EventKind
from medoffice.revenue.ledger.types import Account
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("accounts.adjust")
def write_off(*, actor: Actor, charge_id: UUID, amount: Money, why: str, of_patient: bool = False) -> None:
    """Write off what the insurance (or the patient) owes. Raises Refusal beyond what is open, or without a reason."""
    wait_for_turn()
    found = charge(charge_id)
    require(actor, "accounts.adjust", found.patient_id, found.visit_id)
    open_ = found.patient_balance if of_patient else found.insurance_balance
    if not why.strip():
        raise Refusal("reason-missing", "Say why it is written off.", "")
    if not 0 < amount.cents <= open_.cents:
        raise Refusal("beyond-open", f"Only {open_} is open.", "Correct the amount.")
    today = office_today()
    change = Change(
        EventKind.BAD_DEBT if of_patient else EventKind.ADJUSTMENT,
        found.patient_id,
        why.strip(),
        Account.BAD_DEBT if of_patient else Account.OTHER_ADJUSTMENTS,
        charge_id,
        insurance=ZERO if of_patient else -amount,
        patient=-amount if of_patient else ZERO,
    )
    record_changes(actor, today, f"Written off: {why.strip()}", Ref("charge", charge_id), [change])
    record("charge", charge_id, subjects=[found.patient_id], cents=amount.cents)
