"""A visit was missed or cancelled late: it is counted, priced by the policy, told, and a person follows up."""

from medoffice.front_office.outreach.actions.tell_of_visit import tell_of_visit
from medoffice.front_office.outreach.models import Missed
from medoffice.front_office.outreach.queries.missed import YEAR, policy_on
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.front_office.outreach.types.waitlist import FeeState
from medoffice.front_office.scheduling.api import missed_since
from medoffice.front_office.scheduling.types import Appointment, AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.money import ZERO
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, today_here
from medoffice.security.types import Actor

_SAYS = {AppointmentState.NO_SHOW: "did not come", AppointmentState.LATE_CANCEL: "cancelled late"}


def note_missed(actor: Actor, visit: Appointment) -> None:
    """Once for a visit; who comes after all owes nothing. Nothing for what was neither missed nor cancelled late."""
    if visit.state not in _SAYS or Missed.objects.filter(appointment_id=visit.id).exists():
        return
    before = sum(missed_since(visit.patient_id, clock.now() - YEAR, but_for=visit.id))
    policy = policy_on(today_here())
    fee = policy.fee(visit.state, before) if policy else ZERO
    row = Missed.objects.create(
        appointment_id=visit.id,
        patient_id=visit.patient_id,
        policy_id=policy.id if policy else None,
        state=visit.state,
        at=clock.now(),
        before=before,
        fee_cents=fee.cents,
        fee_state=FeeState.OPEN if fee else FeeState.NONE,
    )
    if policy and policy.tells and visit.state is AppointmentState.NO_SHOW:
        told = f"The office asks {fee} for missed visits." if fee else ""
        tell_of_visit(actor=actor, appointment_id=visit.id, purpose=Purpose.MISSED, key=f"missed {visit.id}", fee=told)
    open_work(
        actor=actor,
        kind="missed",
        title=f"Visit {visit.number}: the patient {_SAYS[visit.state]}",
        ref=Ref("outreach_missed", row.id),
        patient_id=visit.patient_id,
        visit_id=visit.id,
        key=str(row.id),
    )
