"""Take the fee for a missed visit off the account again."""

from uuid import UUID

from medoffice.front_office.outreach.api import note_fee_taken_back
from medoffice.kernel.money import ZERO
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.revenue.billing.actions.applying import apply_credit
from medoffice.revenue.billing.actions.recording import office_today, record_changes, wait_for_turn
from medoffice.revenue.billing.actions.rows import fee_change
from medoffice.revenue.billing.queries.charges import charge, standings
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("accounts.adjust")
def take_back_fee(*, actor: Actor, charge_id: UUID, why: str) -> None:
    """Reverse what was not written off of it; money the patient had paid on it is held for them again.

    Raises Invalid without a reason, Refusal for what is no fee or when nothing of it is left.
    """
    wait_for_turn()
    found = charge(charge_id)
    require(actor, "accounts.adjust", found.patient_id, found.visit_id)
    if not why.strip():
        raise Invalid("reason-missing", "Say why it is taken back.", "", {"fields": {"why": ["This is needed."]}})
    if found.appointment_id is None:
        raise Refusal("no-fee", f"Charge {found.number} is for a service.", "Write it off instead.")
    paid = next(one.put for one in standings(found.patient_id) if one.charge_id == charge_id)
    left, words = found.patient_balance + paid, f"Fee taken back: {why.strip()}"
    if left <= ZERO:
        raise Refusal("nothing-left", f"Nothing of charge {found.number} is left to take back.", "Look at the account.")
    cause, today = Ref("charge", charge_id), office_today()
    record_changes(actor, today, words, cause, [fee_change(charge_id, found.patient_id, why.strip(), -left)])
    apply_credit(actor, found.patient_id, today, cause)
    note_fee_taken_back(actor=actor, appointment_id=found.appointment_id, why=why)
    record("charge", charge_id, subjects=[found.patient_id], cents=left.cents)
