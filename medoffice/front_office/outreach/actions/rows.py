"""The rows of outreach, as the actions and the bulk writer make them: pure, unsaved."""

from datetime import datetime
from typing import Any
from uuid import UUID

from medoffice.front_office.outreach.models import Missed
from medoffice.front_office.outreach.types.waitlist import FeeState, MissedPolicy
from medoffice.front_office.scheduling.types import AppointmentState
from medoffice.kernel.money import ZERO
from medoffice.kernel.rows import new_row
from medoffice.kernel.trace import Ref

SAYS = {AppointmentState.NO_SHOW: "did not come", AppointmentState.LATE_CANCEL: "cancelled late"}


def missed_row(
    appointment_id: UUID,
    patient_id: UUID,
    state: AppointmentState,
    before: int,
    policy: MissedPolicy | None,
    at: datetime,
    spared: str = "",
) -> Missed:
    """A visit that was missed or cancelled late, after so many in the year before, priced by the policy of its day.

    ``spared`` names the payer whose members are asked nothing.
    """
    fee = policy.fee(state, before) if policy and not spared else ZERO
    return new_row(
        Missed,
        appointment_id=appointment_id,
        patient_id=patient_id,
        policy_id=policy.id if policy else None,
        state=state,
        at=at,
        before=before,
        fee_cents=fee.cents,
        fee_state=FeeState.OPEN if fee else FeeState.NONE,
        why=f"the office asks members of {spared} for no fee"[:200] if spared else "",
    )


def missed_item(row: Missed, number: str) -> dict[str, Any]:
    """The work that follows a missed visit, of which this is the number."""
    return {
        "kind": "missed",
        "title": f"Visit {number}: the patient {SAYS[AppointmentState(row.state)]}",
        "ref": Ref("outreach_missed", row.id),
        "patient_id": row.patient_id,
        "visit_id": row.appointment_id,
        "key": str(row.id),
    }
