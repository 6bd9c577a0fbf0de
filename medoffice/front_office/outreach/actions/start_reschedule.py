"""Somebody is absent: their visits of that time are to be moved."""

from datetime import datetime
from uuid import UUID

from medoffice.front_office.outreach.models import Reschedule, RescheduleLine
from medoffice.front_office.scheduling.api import absences, set_away, standing_with
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid, Refusal
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work, staff_member
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.reschedule")
def start_reschedule(*, actor: Actor, provider_id: UUID, starts: datetime, ends: datetime, why: str) -> UUID:
    """Note the absence, if it is not noted yet, and list every visit of it that stands.

    Raises Invalid per field, Refusal if no visit is booked then: the absence is noted all the same by ``set_away``.
    """
    who = staff_member(provider_id)
    if not clock.now() < ends or not starts < ends or not why.strip():
        wrong = {"ends": ["It ends before it begins, or is over."], "why": ["Say why."]}
        fields = {name: said for name, said in wrong.items() if name == "ends" or not why.strip()}
        raise Invalid("odd-absence", "Some fields need another look.", "Correct them.", {"fields": fields})
    noted = absences([provider_id], starts, ends)
    if not any(one.starts <= starts and ends <= one.ends for one in noted):
        set_away(actor=actor, unit_id=provider_id, starts=starts, ends=ends, reason=why)
    visits = standing_with(provider_id, max(starts, clock.now()), ends)
    if not visits:
        raise Refusal("nothing-booked", f"Nobody is booked with {who.name} then.", "Note the absence under Hours.")
    row = Reschedule.objects.create(
        provider_id=provider_id,
        starts=starts,
        ends=ends,
        why=why.strip()[:80],
        made_by=actor.name,
        made_at=clock.now(),
    )
    RescheduleLine.objects.bulk_create(RescheduleLine(batch=row, appointment_id=one) for one in visits)
    open_work(
        actor=actor,
        kind="reschedule",
        title=f"{who.name} is absent: {len(visits)} visits to move",
        ref=Ref("outreach_reschedule", row.id),
        priority=1,
        key=str(row.id),
    )
    record("outreach_reschedule", row.id, visits=len(visits))
    return row.id
