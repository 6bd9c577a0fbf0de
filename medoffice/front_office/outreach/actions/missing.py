"""A visit was missed or cancelled late: it is counted, priced by the policy, told, and a person follows up."""

from zoneinfo import ZoneInfo

from medoffice.front_office.outreach.actions.rows import SAYS, missed_item, missed_row
from medoffice.front_office.outreach.actions.tell_of_visit import tell_of_visit
from medoffice.front_office.outreach.models import Missed
from medoffice.front_office.outreach.queries.missed import policy_on
from medoffice.front_office.outreach.types.messages import Purpose
from medoffice.front_office.outreach.types.waitlist import YEAR, MissedPolicy
from medoffice.front_office.scheduling.api import missed_since
from medoffice.front_office.scheduling.types import Appointment, AppointmentState
from medoffice.kernel import clock
from medoffice.kernel.money import Money
from medoffice.practice.api import open_work, site, today_here
from medoffice.records.coverage.api import coverages_on
from medoffice.security.types import Actor


def note_missed(actor: Actor, visit: Appointment) -> None:
    """Once for a visit; who comes after all owes nothing. Nothing for what was neither missed nor cancelled late."""
    if visit.state not in SAYS or Missed.objects.filter(appointment_id=visit.id).exists():
        return
    before = sum(missed_since(visit.patient_id, clock.now() - YEAR, but_for=visit.id))
    policy = policy_on(today_here())
    spared = _spared(visit, policy) if policy else ""
    row = missed_row(visit.id, visit.patient_id, visit.state, before, policy, clock.now(), spared)
    row.save(force_insert=True)
    if policy and policy.tells and visit.state is AppointmentState.NO_SHOW:
        fee = Money(row.fee_cents)
        told = f"The office asks {fee} for missed visits." if fee else ""
        tell_of_visit(actor=actor, appointment_id=visit.id, purpose=Purpose.MISSED, key=f"missed {visit.id}", fee=told)
    open_work(actor=actor, **missed_item(row, visit.number))


def _spared(visit: Appointment, policy: MissedPolicy) -> str:
    """The payer that the patient has on the day of the visit and whose members are asked nothing, or none."""
    on = visit.starts.astimezone(ZoneInfo(site(visit.site_id).zone)).date()
    return next((one.payer_name for one in coverages_on(visit.patient_id, on) if one.payer_id in policy.spared), "")
