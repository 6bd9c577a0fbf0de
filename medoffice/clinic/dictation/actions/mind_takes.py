"""Look after recordings that nobody sends: the manager is told, and their sound does not stay for ever."""

from datetime import timedelta

from django.db.models import Q, QuerySet

from medoffice.clinic.dictation.actions.takes import UNSENT_LONG, ended
from medoffice.clinic.dictation.models import DictationTake
from medoffice.clinic.dictation.queries.paces import kinds, paces
from medoffice.clinic.dictation.rules.due import pace_on
from medoffice.kernel import clock
from medoffice.kernel.trace import Ref
from medoffice.practice.api import office_zone, open_work
from medoffice.records.documents.api import holds_of
from medoffice.security.api import action, record
from medoffice.security.types import Actor, Role

TOLD_AFTER = timedelta(hours=72)  # as long as an author who does not sign is reminded alone


@action("dictation.destroy")
def mind_takes(*, actor: Actor) -> int:
    """After 72 hours it is the manager's work too; the longest time the office keeps sound after that, it is destroyed.

    Who goes on with it begins both anew. That it was recorded stays. What a chart on legal hold has stays. Returns how
    many were destroyed.
    """
    now, today, known = clock.now(), clock.today(office_zone()), paces()
    longest = max(pace_on(known, kind, today).keep_days for kind in kinds())
    count = 0
    for row in _old(Q(told_at__lte=now - timedelta(days=longest))):
        if not holds_of(row.encounter.patient_id):
            ended(actor, row, "its time was over")
            record("take", row.id, subjects=[row.encounter.patient_id], kept_days=longest)
            count += 1
    for row in _old(Q(begun_at__lte=now - TOLD_AFTER, told_at=None)):
        row.told_at = now
        row.save(update_fields=["told_at"])
        open_work(
            actor=actor, kind=UNSENT_LONG, title=f"Recorded by {row.by.name} about {row.encounter.number}, never sent",
            ref=Ref(UNSENT_LONG, row.id), patient_id=row.encounter.patient_id, visit_id=row.encounter_id,
            key=str(row.id), queue=Role.MANAGER,
        )  # fmt: skip
        record("take", row.id, subjects=[row.encounter.patient_id], told=True)
    return count


def _old(which: Q) -> QuerySet[DictationTake]:
    rows = DictationTake.objects.select_for_update(of=("self",)).select_related("encounter", "by", "dictation")
    return rows.filter(which, ended_at=None).order_by("id")
