"""Leave what came in with something that turned out not to be this patient's."""

from uuid import UUID

from medoffice.clinic.charting.models import IncomingEntry
from medoffice.clinic.charting.types import Decision
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor


@action("lists.take_in")
def leave_incoming(*, actor: Actor, patient_id: UUID, cause_id: UUID) -> int:
    """Ignore every entry that waits from this cause; returns how many. What was taken already stays."""
    require(actor, "lists.take_in", patient_id)
    rows = IncomingEntry.objects.filter(patient_id=patient_id, cause_id=cause_id, decision=Decision.OPEN.value)
    count = rows.update(decision=Decision.IGNORED.value, decided_at=clock.now(), decided_by=actor.name)
    if count and not IncomingEntry.objects.filter(patient_id=patient_id, decision=Decision.OPEN.value).exists():
        finish_work_about(actor=actor, ref=Ref("chart", patient_id), outcome="it was not this patient's")
    record("lists", patient_id, subjects=[patient_id], left=count)
    return count
