"""Put people on the recall board by hand."""

from uuid import UUID

from medoffice.front_office.outreach.models import Recall
from medoffice.front_office.outreach.types.recalls import RecallState
from medoffice.front_office.scheduling.api import visit_type
from medoffice.kernel import clock
from medoffice.kernel.refusals import Invalid
from medoffice.practice.api import today_here
from medoffice.security.api import action, record, require
from medoffice.security.types import Actor

MOST = 200


@action("outreach.recall")
def add_recalls(*, actor: Actor, patient_ids: tuple[UUID, ...], kind: str, name: str) -> int:
    """They are due today for a kind of visit; who is already is left out. Returns how many are new.

    Raises Invalid without a reason or for too many.
    """
    if not name.strip() or not 0 < len(patient_ids) <= MOST:
        raise Invalid("odd-recall", f"Choose 1 to {MOST} people and say why.", "Choose them again.")
    known = set(Recall.objects.filter(state=RecallState.DUE, visit_type_id=kind).values_list("patient_id", flat=True))
    made = 0
    for patient_id in dict.fromkeys(patient_ids):
        require(actor, "outreach.recall", patient_id)
        if patient_id not in known:
            Recall.objects.create(
                patient_id=patient_id,
                name=name.strip()[:60],
                visit_type_id=visit_type(kind).key,
                due_on=today_here(),
                state=RecallState.DUE,
                made_at=clock.now(),
                made_by=actor.name,
            )
            made += 1
    record("outreach_recall", subjects=patient_ids, new=made)
    return made
