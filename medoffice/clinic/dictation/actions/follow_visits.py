"""Have dictations stand with the patient of their visit once two records are apart again."""

from uuid import UUID

from medoffice.clinic.dictation.actions.drawing import review_again
from medoffice.clinic.dictation.actions.other_chart import forget_chart, free_from_unfit
from medoffice.clinic.dictation.actions.rows import turn
from medoffice.clinic.dictation.models import Dictation
from medoffice.clinic.dictation.queries.agreement import apart
from medoffice.clinic.dictation.rules.moving import OPEN
from medoffice.clinic.dictation.types.dictations import State
from medoffice.security.api import record
from medoffice.security.types import Actor


def follow_visits(actor: Actor, survivor: UUID, merged: UUID) -> None:
    """One that was moved while the two were one goes where its visit goes, not where it came from; so does its work.

    What was heard by the chart of both is forgotten, of each of them, as far as it is not signed.
    """
    heard = Dictation.objects.filter(patient_id__in=[survivor, merged], state__in=[*OPEN, State.TO_SIGN])
    for row in heard.filter(recordings__draft__isnull=False).distinct():
        forget_chart(row)
    for row in apart().filter(patient_id__in=[survivor, merged]).select_for_update(of=("self",)):
        row.patient_id = row.encounter.patient_id
        row.version += 1
        free_from_unfit(row)
        row.save(update_fields=["patient_id", "version", "state", "owner", "why"])
        turn(actor, row, "follows its visit")
        review_again(actor, row)
        record("dictation", row.id, subjects=[row.patient_id], follows="its visit")
