"""Move what the insurance will not pay to the patient, by a person's decision."""

from uuid import UUID

from medoffice.kernel.money import Money
from medoffice.kernel.refusals import Refusal
from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.actions.applying import apply_credit
from medoffice.revenue.billing.actions.recording import office_today, record_changes, wait_for_turn
from medoffice.revenue.billing.actions.rows import Change
from medoffice.revenue.billing.queries.charges import charge
from medoffice.revenue.billing.types import EventKind
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("accounts.adjust")
def transfer_to_patient(*, actor: Actor, charge_id: UUID, amount: Money, why: str) -> None:
    """Transfer a part of the insurance balance. Raises Refusal beyond what is open there, or without a reason."""
    wait_for_turn()
    found = charge(charge_id)
    require(actor, "accounts.adjust", found.patient_id, found.visit_id)
    if not why.strip():
        raise Refusal("reason-missing", "Say why it becomes the patient's.", "")
    if not 0 < amount.cents <= found.insurance_balance.cents:
        raise Refusal(
            "beyond-open", f"Only {found.insurance_balance} is open with the insurance.", "Correct the amount."
        )
    today = office_today()
    change = Change(
        EventKind.TRANSFER,
        found.patient_id,
        why.strip(),
        charge_id=charge_id,
        insurance=-amount,
        patient=amount,
    )
    cause = Ref("charge", charge_id)
    record_changes(actor, today, f"Transferred to the patient: {why.strip()}", cause, [change])
    apply_credit(actor, found.patient_id, today, cause)
    record("charge", charge_id, subjects=[found.patient_id], cents=amount.cents)
