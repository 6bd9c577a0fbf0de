"""Make work of an observation that nobody ended in time."""

from uuid import UUID

from medoffice.clinic.procedures.actions.keeping import LATE
from medoffice.clinic.procedures.models import Observed
from medoffice.clinic.procedures.queries import late_now
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import open_work
from medoffice.security.api import action, acts_of_their_own, record
from medoffice.security.types import Actor


def tell_late(*, actor: Actor) -> int:
    """Tell of each, once until somebody looks; returns how many."""
    with acts_of_their_own():
        return sum(tell_one(actor=actor, observation_id=one) for one in late_now(clock.now()))


@action("procedures.tell")
def tell_one(*, actor: Actor, observation_id: UUID) -> bool:
    """Note that it is late and make work of it; False if somebody looked or was told meanwhile."""
    row = Observed.objects.select_for_update(of=("self",)).select_related("procedure").get(id=observation_id)
    late = row.until is not None and row.until < clock.now() and row.ended_at is None and row.told_at is None
    if late:
        row.told_at = clock.now()
        row.save(update_fields=["told_at"])
        done = row.procedure
        open_work(
            actor=actor, kind=LATE, title=f"{done.name}: nobody looked at the end of the observation",
            ref=Ref("procedure_observation", row.id), patient_id=done.patient_id, visit_id=done.encounter_id,
            priority=1, key=str(row.id),
        )  # fmt: skip
    record("procedure_observation", row.id, subjects=[row.procedure.patient_id], late=late)
    return late
