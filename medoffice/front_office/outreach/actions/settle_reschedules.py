"""Close the absences of which nothing is left."""

from medoffice.front_office.outreach.models import Reschedule
from medoffice.front_office.outreach.queries.rescheduling import absences_open, lines_of
from medoffice.front_office.outreach.types.visits import SETTLED
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import finish_work_about
from medoffice.security.api import action, record
from medoffice.security.types import Actor


@action("outreach.reschedule")
def settle_reschedules(*, actor: Actor) -> int:
    """Every visit moved and its patient told, or off: the work is done. Returns how many absences were closed."""
    closed = 0
    for batch in absences_open():
        if all(line.state in SETTLED for line in lines_of(actor, batch, proposing=False)):
            Reschedule.objects.filter(id=batch.id).update(closed_at=clock.now())
            finish_work_about(actor=actor, ref=Ref("outreach_reschedule", batch.id), outcome="none left")
            closed += 1
    record("outreach_reschedule", closed=closed)
    return closed
